package org.peyvand.web.board;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.Model;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.Operator;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.query.Condition;
import org.peyvand.record.query.FieldPath;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;
import org.springframework.stereotype.Component;

/** The columns of a board: the records that its reference field points at, perhaps of several lines to choose from. */
@Component
class Stages {

    private static final int MOST = 50;

    private final ReadGate gate;
    private final Models models;

    Stages(ReadGate gate, Models models) {
        this.gate = gate;
        this.models = models;
    }

    /** One stage; {@code kind} is {@code open}, {@code won} or {@code lost}, and open where stages have no kind. */
    record Stage(UUID id, String name, int percent, String kind) {
        boolean isOpen() {
            return kind.equals("open");
        }
    }

    /** One line that stages belong to. */
    record Line(UUID id, String name) {}

    /** The type whose records are the columns. */
    RecordType target(RecordType type) {
        Model model = models.current();
        Field<?> board = type.boardField().orElseThrow();
        return model.type(((ReferenceType) board.type()).target());
    }

    /** The lines, in their order; empty when stages belong to none. */
    List<Line> lines(Actor actor, RecordType type) {
        Optional<Field<?>> line = lineField(target(type));
        if (line.isEmpty()) {
            return List.of();
        }
        RecordType lineType = models.current().type(((ReferenceType) line.get().type()).target());
        List<Line> lines = new ArrayList<>();
        gate.page(actor, Query.of(lineType).limited(MOST))
                .items()
                .forEach(record -> lines.add(new Line(record.id(), title(record))));
        return lines;
    }

    List<Stage> of(Actor actor, RecordType type, @Nullable UUID line) {
        RecordType stages = target(type);
        Query query = Query.of(stages).limited(MOST);
        Optional<Field<?>> lineField = lineField(stages);
        if (line != null && lineField.isPresent()) {
            query = query.where(Condition.compare(FieldPath.of(stages, lineField.get()), Operator.EQ, line));
        }
        return gate.page(actor, query).items().stream().map(Stages::stage).toList();
    }

    private static Optional<Field<?>> lineField(RecordType stages) {
        return stages.ownFields().stream()
                .filter(field -> field.type() instanceof ReferenceType)
                .findFirst();
    }

    private static Stage stage(StoredRecord record) {
        Object chance = record.values().get("probability");
        Object kind = record.values().get("kind");
        int percent = chance instanceof BigDecimal number
                ? number.setScale(0, RoundingMode.HALF_UP).intValue()
                : -1;
        return new Stage(record.id(), title(record), percent, kind == null ? "open" : kind.toString());
    }

    private static String title(StoredRecord record) {
        return Objects.toString(record.values().get(record.type().titleField().name()), "");
    }
}
