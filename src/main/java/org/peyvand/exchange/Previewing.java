package org.peyvand.exchange;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.peyvand.file.Files;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.field.Field;
import org.peyvand.setting.Settings;
import org.springframework.stereotype.Component;

/** Reads a whole file as an import would, and writes nothing. */
@Component
final class Previewing {

    private static final int SAMPLE = 10;

    private final ImportPlanning planning;
    private final Files files;
    private final ImportKind.Gates gates;
    private final FieldWords words;
    private final String currency;

    Previewing(ImportPlanning planning, Files files, ImportKind.Gates gates, FieldWords words, Settings settings) {
        this.planning = planning;
        this.files = files;
        this.gates = gates;
        this.words = words;
        this.currency = settings.currency().getCurrencyCode();
    }

    Preview of(Actor actor, ImportRequest request) {
        ImportPlan asked = planning.plan(actor, request);
        ImportPlan plan = planning.sketched(asked);
        Supplier<InputStream> file = () -> files.open(actor, request.file());
        FileScan scan = FileScan.of(file, plan);
        RowReader reader = reader(actor, plan);
        References references = new References(gates.lookup(), gates.reading(), actor, plan);
        ProblemTally tally = new ProblemTally();
        List<Preview.Row> sample = new ArrayList<>();
        List<String> examples = new ArrayList<>();
        List<Field<?>> required = required(plan);
        try (RowSource source = new RowSource(file, plan.format(), reader, 0)) {
            for (List<ReadRow> part = source.next(); !part.isEmpty(); part = source.next()) {
                references.resolve(part, scan::names, maker(plan));
                gates.extras().take(actor, plan.type().plural(), part);
                for (ReadRow row : part) {
                    demand(row, required);
                    tally.add(row.row().number(), row.draft().problems());
                    if (sample.size() < SAMPLE) {
                        sample.add(shown(row, plan));
                        example(row, plan, examples);
                    }
                }
            }
        }
        CsvFormat csv = plan.format() instanceof CsvFormat found ? found : null;
        TableFormat.Xlsx workbook = plan.format() instanceof TableFormat.Xlsx found ? found : null;
        return new Preview(
                plan.type().plural(),
                csv == null ? null : csv.charset().name(),
                csv == null ? null : String.valueOf(csv.delimiter()),
                workbook == null ? List.of() : workbook.sheets(),
                workbook == null ? null : workbook.sheet(),
                scan.rows(),
                tally.rows(),
                columns(asked, plan, examples),
                sample,
                tally.kinds(new NearValues(gates.reading(), actor, plan, references, words)));
    }

    private RowReader reader(Actor actor, ImportPlan plan) {
        return new RowReader(
                plan.type(),
                plan.mapping(),
                plan.options(),
                plan.values(),
                new RowReader.Reader(actor, java.time.Clock.systemUTC(), currency),
                words);
    }

    /** Where unknown records would be made, an unknown word is no problem. */
    private static References.Maker maker(ImportPlan plan) {
        return (target, unknown) -> {
            Map<String, java.util.UUID> imagined = new LinkedHashMap<>();
            if (plan.options().createReferences() && !target.is(org.peyvand.record.RecordType.Flag.GUARDED)) {
                unknown.forEach(word -> imagined.put(word, new java.util.UUID(0, 0)));
            }
            return imagined;
        };
    }

    /** What a new record must have and no rule provides, as far as the declaration says. */
    private static List<Field<?>> required(ImportPlan plan) {
        return plan.matchOn().isEmpty()
                ? plan.type().ownFields().stream()
                        .filter(field -> field.is(Field.Flag.REQUIRED)
                                && field.initial() == null
                                && plan.mapping().columnOf(field.name()) >= 0)
                        .<Field<?>>map(field -> field)
                        .toList()
                : List.of();
    }

    private static void demand(ReadRow row, List<Field<?>> required) {
        for (Field<?> field : required) {
            boolean given = row.draft().values().get(field.name()) != null
                    || row.later().stream().anyMatch(later -> later.field().equals(field))
                    || row.draft().problems().stream()
                            .anyMatch(problem -> problem.field().equals(field.name()));
            if (!given) {
                row.draft().problem(Problem.of(field.name(), "required"));
            }
        }
    }

    private static Preview.Row shown(ReadRow row, ImportPlan plan) {
        Map<String, String> values = new LinkedHashMap<>();
        row.draft().values().forEach((name, value) -> {
            Field<?> field = plan.type().field(name);
            if (value != null) {
                values.put(name, text(field, value));
            }
        });
        values.putAll(row.extra());
        row.references().forEach(reference -> {
            if (!reference.word().isEmpty()) {
                values.put(reference.field().name(), reference.word());
            }
        });
        return new Preview.Row(
                row.row().number(),
                values,
                row.draft().problems().stream()
                        .map(problem -> new Preview.Issue(problem.field(), problem.code(), problem.arguments()))
                        .toList());
    }

    @SuppressWarnings("unchecked")
    private static <T> String text(Field<T> field, Object value) {
        return field.type().toText((T) value);
    }

    private static void example(ReadRow row, ImportPlan plan, List<String> examples) {
        for (int i = 0; i < plan.mapping().header().size(); i++) {
            String cell = row.row().cell(i);
            if (examples.size() <= i) {
                examples.add(cell);
            } else if (examples.get(i).isEmpty()) {
                examples.set(i, cell);
            }
        }
    }

    private static List<Preview.Column> columns(ImportPlan asked, ImportPlan plan, List<String> examples) {
        List<Preview.Column> columns = new ArrayList<>();
        for (int i = 0; i < plan.mapping().header().size(); i++) {
            @Nullable String name = null;
            @Nullable String type = null;
            if (plan.mapping().targets().get(i) instanceof Target.Into into) {
                name = into.field().name() + (into.byId() ? ".id" : "");
                type = into.field().type().key();
            }
            columns.add(new Preview.Column(
                    plan.mapping().header().get(i),
                    name,
                    type,
                    asked.mapping().targets().get(i) instanceof Target.Making,
                    i < examples.size() ? Objects.requireNonNull(examples.get(i)) : ""));
        }
        return columns;
    }
}
