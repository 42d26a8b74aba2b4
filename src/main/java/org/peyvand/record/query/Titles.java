package org.peyvand.record.query;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.EmailType;
import org.peyvand.record.field.PhoneType;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.field.TextType;
import org.peyvand.record.sql.RecordTable;

/** What is shown of records that were found: what they are called and what tells them from their namesakes. */
final class Titles {

    private final Sight sight;
    private final TimedSql sql;

    Titles(Sight sight, TimedSql sql) {
        this.sight = sight;
        this.sql = sql;
    }

    /**
     * How a record is shown in a list of hits.
     *
     * @param title empty when the actor may not read it
     * @param subtitle possibly empty
     */
    record Titled(RecordRef ref, String title, String subtitle, OffsetDateTime updatedAt) {}

    /**
     * Those of them that are within reach, in no order, in one statement.
     *
     * @param beside what is to be titled besides, by the plural of its type
     */
    List<Titled> of(Collection<RecordRef> refs, Map<String, Select<Record1<UUID>>> beside) {
        Map<String, Set<UUID>> byType = new TreeMap<>();
        refs.forEach(ref ->
                byType.computeIfAbsent(ref.type(), none -> new TreeSet<>()).add(ref.id()));
        return byType.entrySet().stream()
                .map(each -> ofType(sight.model().type(each.getKey()), each.getValue(), beside.get(each.getKey())))
                .reduce(Select::unionAll)
                .map(all -> sql.ask(db -> db.fetch(all)).stream()
                        .map(Titles::titled)
                        .toList())
                .orElse(List.of());
    }

    private Select<Record5<String, UUID, String, String, OffsetDateTime>> ofType(
            RecordType type, Set<UUID> ids, @Nullable Select<Record1<UUID>> beside) {
        RecordTable table = RecordTable.of(type, "t");
        Condition these = table.id().eq(DSL.any(ids.toArray(UUID[]::new)));
        return DSL.select(
                        DSL.inline(type.plural()).as("type"),
                        table.id().as("id"),
                        Names.title(sight, table).as("title"),
                        subtitle(table).as("subtitle"),
                        DSL.field(DSL.name(table.alias(), "updated_at"), SQLDataType.TIMESTAMPWITHTIMEZONE)
                                .as("updated_at"))
                .from(table.table())
                .where(beside == null ? these : these.or(table.id().eq(DSL.any(DSL.array(beside)))))
                .and(table.deletedAt().isNull())
                .and(sight.sees(table));
    }

    private static Titled titled(Record5<String, UUID, String, String, OffsetDateTime> row) {
        return new Titled(
                new RecordRef(row.value1(), row.value2()),
                Objects.requireNonNullElse(row.value3(), ""),
                Objects.requireNonNullElse(row.value4(), ""),
                row.value5());
    }

    /** Words, addresses and the names of what it refers to. */
    private Field<String> subtitle(RecordTable table) {
        List<Field<?>> parts = new ArrayList<>();
        for (org.peyvand.record.field.Field<?> field : table.type().subtitleFields()) {
            if (sight.reads(table.type(), field)) {
                Field<?> column = table.columns(field).isEmpty()
                        ? DSL.inline("")
                        : table.columns(field).getFirst();
                switch (field.type()) {
                    case TextType text -> parts.add(column);
                    case EmailType email -> parts.add(column);
                    case PhoneType phone -> parts.add(column);
                    case ReferenceType reference -> parts.add(targetTitle(reference, column.coerce(UUID.class)));
                    default -> {}
                }
            }
        }
        return parts.isEmpty() ? DSL.inline("") : DSL.field("concat_ws(' · ', {0})", String.class, DSL.list(parts));
    }

    private Field<?> targetTitle(ReferenceType reference, Field<UUID> id) {
        return sight.model()
                .find(reference.target())
                .<Field<?>>map(type -> {
                    RecordTable target = RecordTable.of(type, "s");
                    return DSL.field(DSL.select(Names.title(sight, target))
                            .from(target.table())
                            .where(target.id().eq(id), sight.sees(target)));
                })
                .orElseGet(() -> DSL.inline(""));
    }
}
