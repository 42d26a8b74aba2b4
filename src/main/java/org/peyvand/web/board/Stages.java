package org.peyvand.web.board;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.Labels;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.field.ChoiceType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.FieldType;
import org.peyvand.record.field.Operator;
import org.peyvand.record.field.Option;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.query.Condition;
import org.peyvand.record.query.FieldPath;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;
import org.peyvand.web.Page;
import org.peyvand.web.value.Tones;
import org.springframework.stereotype.Component;

/**
 * The columns of a board: the options of its choice field, those without a value first, or the records that its reference
 * field points at, perhaps of several lines to choose from.
 */
@Component
class Stages {

    private static final int MOST = 50;
    private static final UUID UNSET = new UUID(0, 0);

    private final ReadGate gate;
    private final Models models;
    private final Labels labels;

    Stages(ReadGate gate, Models models, Labels labels) {
        this.gate = gate;
        this.models = models;
        this.labels = labels;
    }

    /**
     * One column.
     *
     * @param id tells it from the others of its board
     * @param value of the board's field there, null for none
     * @param kind {@code open}, {@code won} or {@code lost}, and open where stages have no kind
     * @param tone of an option's tag; null for a stage
     * @param waning whether it is shown only while something stands there
     */
    record Stage(
            UUID id,
            @Nullable Object value,
            String name,
            int percent,
            String kind,
            @Nullable String tone,
            boolean waning) {

        boolean isOpen() {
            return kind.equals("open");
        }
    }

    /** One line that stages belong to. */
    record Line(UUID id, String name) {}

    private RecordType target(ReferenceType board) {
        return models.current().type(board.target());
    }

    /** The lines, in their order; empty when stages belong to none. */
    List<Line> lines(Actor actor, RecordType type) {
        if (!(type.boardField().orElseThrow().type() instanceof ReferenceType board)) {
            return List.of();
        }
        Optional<Field<?>> line = lineField(target(board));
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

    List<Stage> of(Actor actor, RecordType type, @Nullable UUID line, Page page) {
        Field<?> board = type.boardField().orElseThrow();
        return switch (board.type()) {
            case ChoiceType choice -> options(type, board, choice, page);
            case ReferenceType reference -> targets(actor, target(reference), line);
            case FieldType<?> other -> throw new IllegalStateException("a board on " + other.key());
        };
    }

    /** What stands in the board's field at a column, by its id; a stage is its own. */
    Optional<Stage> find(RecordType type, UUID id, Page page) {
        Field<?> board = type.boardField().orElseThrow();
        return board.type() instanceof ChoiceType choice
                ? options(type, board, choice, page).stream()
                        .filter(stage -> stage.id().equals(id))
                        .findFirst()
                : Optional.of(new Stage(id, id, "", -1, "open", null, false));
    }

    private List<Stage> options(RecordType type, Field<?> board, ChoiceType choice, Page page) {
        List<Stage> columns = new ArrayList<>();
        columns.add(new Stage(UNSET, null, page.t("board.unset"), -1, "open", "", false));
        for (Option option : choice.options()) {
            String name =
                    labels.option(type, board, option.key(), page.presentation().language());
            UUID id = UUID.nameUUIDFromBytes(option.key().getBytes(StandardCharsets.UTF_8));
            String tone = Tones.of(choice.options(), option.key());
            columns.add(new Stage(id, option.key(), name, -1, "open", tone, option.closed()));
        }
        return columns;
    }

    private List<Stage> targets(Actor actor, RecordType stages, @Nullable UUID line) {
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
        String kindly = kind == null ? "open" : kind.toString();
        return new Stage(record.id(), record.id(), title(record), percent, kindly, null, false);
    }

    private static String title(StoredRecord record) {
        return Objects.toString(record.values().get(record.type().titleField().name()), "");
    }
}
