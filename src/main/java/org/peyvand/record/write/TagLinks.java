package org.peyvand.record.write;

import static org.peyvand.record.write.Cells.text;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.PersianText;
import org.peyvand.record.SystemFields;

/**
 * The tags of a batch. Whoever may write a record may tag it with a word that is new: the tag is made on the way, as
 * vocabulary rather than as a change that an undo would take back. Names that fold to the same words are one tag, and the
 * record shows that tag's name.
 */
final class TagLinks {

    private static final String LIVE = "select search_text(name), id, name from tag t"
            + " where search_text(name) = any(?::text[]) and deleted_at is null";

    private static final String LIVE_OR_RETURNING = "select search_text(name), id, name from tag t"
            + " where search_text(name) = any(?::text[]) and (deleted_at is null or exists (select 1 from change c"
            + " join change_set s on s.undoes = c.change_set_id where s.id = ?::uuid and c.record_id = t.id and c.act = 'delete'))"
            + " order by deleted_at nulls last";

    private final Map<String, Known> byWords = new HashMap<>();
    private final List<PendingWrite> writes;

    private TagLinks(List<PendingWrite> writes) {
        this.writes = writes;
    }

    private record Known(UUID id, String name) {}

    private record Link(UUID record, UUID tag) {}

    /** Resolves the names that drafts give and makes the tags that do not exist yet. */
    static TagLinks settle(DSLContext sql, WriteRun run) {
        List<PendingWrite> writes = run.open().stream()
                .filter(write -> write.changes(SystemFields.TAGS))
                .toList();
        TagLinks links = new TagLinks(writes);
        if (!writes.isEmpty()) {
            links.resolve(sql, run);
            writes.forEach(links::rename);
        }
        return links;
    }

    /** Adds the links to make and to cut. */
    void store(Statement statement) {
        List<Link> made = new ArrayList<>();
        List<Link> cut = new ArrayList<>();
        for (PendingWrite write : writes) {
            List<Known> before = known(write.before(SystemFields.TAGS));
            List<Known> after = known(write.after(SystemFields.TAGS));
            after.stream()
                    .filter(tag -> !before.contains(tag))
                    .forEach(tag -> made.add(new Link(write.id(), tag.id())));
            before.stream().filter(tag -> !after.contains(tag)).forEach(tag -> cut.add(new Link(write.id(), tag.id())));
        }
        if (!cut.isEmpty()) {
            statement.add(
                    "delete from record_tag r using @rows where r.record_id = c0::uuid and r.tag_id = c1::uuid",
                    cut,
                    List.of(each -> text(each.record()), each -> text(each.tag())));
        }
        if (!made.isEmpty()) {
            statement.add(
                    "insert into record_tag (record_id, tag_id) select c0::uuid, c1::uuid from @rows on conflict do nothing",
                    made,
                    List.of(each -> text(each.record()), each -> text(each.tag())));
        }
    }

    private void resolve(DSLContext sql, WriteRun run) {
        Map<String, String> wanted = new TreeMap<>();
        for (PendingWrite write : writes) {
            names(write.after(SystemFields.TAGS)).forEach(name -> wanted.putIfAbsent(words(name), name));
        }
        find(sql, run, wanted.keySet());
        wanted.keySet().removeAll(byWords.keySet());
        if (!wanted.isEmpty()) {
            make(sql, run, wanted);
            find(sql, run, wanted.keySet());
        }
        List<String> before = writes.stream()
                .flatMap(write -> names(write.before(SystemFields.TAGS)).stream())
                .map(TagLinks::words)
                .filter(each -> !byWords.containsKey(each))
                .distinct()
                .toList();
        find(sql, run, before);
    }

    /** Live tags before all; an undo also finds the tag that the same act put into the bin, which it will restore. */
    private void find(DSLContext sql, WriteRun run, Collection<String> words) {
        if (!words.isEmpty()) {
            Object asked = words.toArray(String[]::new);
            Result<Record> found = run.batch().kind() == Batch.Kind.UNDO
                    ? sql.fetch(LIVE_OR_RETURNING, asked, run.batch().changeSet())
                    : sql.fetch(LIVE, asked);
            found.forEach(row ->
                    byWords.put(row.get(0, String.class), new Known(row.get(1, UUID.class), row.get(2, String.class))));
        }
    }

    /** In the order of the words, so that two batches that make the same tags do not wait in a circle. */
    private static void make(DSLContext sql, WriteRun run, Map<String, String> wanted) {
        List<UUID> ids = wanted.keySet().stream().map(each -> RecordIds.next()).toList();
        sql.execute(
                "with made as (insert into tag (id, name, search_text, created_at, updated_at, created_by, updated_by)"
                        + " select u.id::uuid, u.name, u.words, ?::timestamptz, ?::timestamptz, nullif(?, '')::uuid,"
                        + " nullif(?, '')::uuid from unnest(?::text[], ?::text[], ?::text[]) u(id, name, words)"
                        + " on conflict (search_text(name)) where deleted_at is null do nothing returning id)"
                        + " insert into record_identity (id, type) select id, 'tags' from made",
                run.at().atOffset(ZoneOffset.UTC),
                run.at().atOffset(ZoneOffset.UTC),
                actor(run),
                actor(run),
                ids.stream().map(UUID::toString).toArray(String[]::new),
                wanted.values().toArray(String[]::new),
                wanted.keySet().toArray(String[]::new));
    }

    private void rename(PendingWrite write) {
        List<Known> tags = known(write.after(SystemFields.TAGS));
        write.set(
                SystemFields.TAGS,
                tags.stream().map(Known::name).distinct().sorted().toList());
    }

    private List<Known> known(@Nullable List<String> names) {
        List<Known> tags = new ArrayList<>();
        for (String name : names(names)) {
            Known tag = byWords.get(words(name));
            if (tag != null && !tags.contains(tag)) {
                tags.add(tag);
            }
        }
        return tags;
    }

    private static List<String> names(@Nullable List<String> names) {
        return names == null ? List.of() : names;
    }

    private static String words(String name) {
        return PersianText.searchText(name);
    }

    private static String actor(WriteRun run) {
        return run.actor().user() == null ? "" : run.actor().user().toString();
    }
}
