package org.peyvand.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Actors;
import org.peyvand.locale.Presentation;
import org.peyvand.record.Actor;
import org.peyvand.record.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What users are told. Telling joins the caller's transaction, so a notice comes to be with what it tells or not at all,
 * and the key of a notice makes that once however often it is tried. Reading asks for the reader's rights of the moment.
 */
@Component
public class Notices {

    private final NoticeRows rows;
    private final NoticeKinds kinds;
    private final Sentences sentences;
    private final Carriers carriers;
    private final Actors actors;
    private final TransactionOperations transactions;

    Notices(NoticeRows rows, NoticeKinds kinds, Sentences sentences, Carriers carriers, Reading reading) {
        this.rows = rows;
        this.kinds = kinds;
        this.sentences = sentences;
        this.carriers = carriers;
        this.actors = reading.actors();
        this.transactions = reading.transactions();
    }

    /** Tells one user something; nobody is told what they did themselves. */
    public void tell(NewNotice notice) {
        tell(List.of(notice));
    }

    /** Tells several users, in one statement; nobody is told what they did themselves. */
    public void tell(Collection<NewNotice> notices) {
        Map<List<Object>, NewNotice> distinct = new LinkedHashMap<>();
        for (NewNotice each : notices) {
            if (!each.reader().equals(each.by())) {
                distinct.merge(List.of(each.reader(), each.key()), each, Notices::together);
            }
        }
        if (!distinct.isEmpty()) {
            transactions.executeWithoutResult(status -> carriers.take(rows.tell(distinct.values(), kinds)));
        }
    }

    private static NewNotice together(NewNotice one, NewNotice other) {
        return one.summed() ? one.summing(one.count() + other.count()) : one;
    }

    /**
     * The reader's notices, latest first.
     *
     * @param after a cursor of an earlier page, or null
     * @param unread whether only those that were not read
     * @param limit how many at most
     */
    public Page page(Actor reader, Presentation presentation, @Nullable String after, boolean unread, int limit) {
        Cursor cursor = after == null ? null : Cursor.read(after);
        List<NoticeRow> found = rows.page(
                user(reader),
                cursor == null ? null : cursor.at(),
                cursor == null ? null : cursor.id(),
                unread,
                limit + 1);
        List<NoticeRow> shown = found.size() > limit ? found.subList(0, limit) : found;
        String next = found.size() > limit
                ? new Cursor(shown.getLast().at(), shown.getLast().id()).written()
                : null;
        return new Page(sentences.of(reader, presentation, shown), next);
    }

    /**
     * What the reader has not read of one kind, latest first.
     *
     * @param kind the key of a {@link NoticeKind}
     * @param limit how many at most
     */
    public List<Notice> unread(Actor reader, Presentation presentation, String kind, int limit) {
        return sentences.of(reader, presentation, rows.unread(user(reader), kind, limit));
    }

    /** How many the reader has not read, counted up to 100. */
    public int unread(Actor reader) {
        UUID user = reader.user();
        return user == null ? 0 : rows.unread(user);
    }

    /**
     * One notice of the reader.
     *
     * @throws Refusal.NotFound when it is not theirs
     */
    public Notice find(Actor reader, Presentation presentation, UUID id) {
        return rows.find(id)
                .filter(row -> row.reader().equals(reader.user()))
                .flatMap(row -> sentences.of(reader, presentation, List.of(row)).stream()
                        .findFirst())
                .orElseThrow(Refusal.NotFound::new);
    }

    /** A notice as its reader may read it now, for the ways out of the program; empty when they may not come in any more. */
    public Optional<Notice> ofReader(UUID notice) {
        return rows.find(notice)
                .flatMap(row -> actors.find(row.reader(), Actor.Kind.USER)
                        .flatMap(actor -> actors.presentation(row.reader())
                                .flatMap(presentation -> sentences.of(actor, presentation, List.of(row)).stream()
                                        .findFirst())));
    }

    /**
     * Notes that the reader has read one.
     *
     * @throws Refusal.NotFound when it is not theirs
     */
    public void read(Actor reader, UUID id) {
        if (!rows.read(user(reader), id)) {
            throw new Refusal.NotFound();
        }
    }

    /**
     * Takes back that the reader has read one.
     *
     * @throws Refusal.NotFound when it is not theirs
     */
    public void keep(Actor reader, UUID id) {
        if (!rows.keep(user(reader), id)) {
            throw new Refusal.NotFound();
        }
    }

    /** Notes that the reader has read everything told so far. */
    public void readAll(Actor reader) {
        rows.readAll(user(reader), rows.now());
    }

    private static UUID user(Actor reader) {
        return Objects.requireNonNull(reader.user(), "the program itself reads no notices");
    }

    /**
     * A page of notices.
     *
     * @param next the cursor of the next page, null when there is none
     */
    public record Page(List<Notice> notices, @Nullable String next) {}

    /** Where a page ended. */
    private record Cursor(Instant at, UUID id) {

        /** Beyond it the database knows no time. */
        private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

        String written() {
            return at + "_" + id;
        }

        static Cursor read(String cursor) {
            try {
                int bar = cursor.indexOf('_');
                Instant at = Instant.parse(cursor.substring(0, Math.max(bar, 0)));
                if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) {
                    throw new Refusal.Malformed("cursor-mismatch");
                }
                return new Cursor(at, UUID.fromString(cursor.substring(bar + 1)));
            } catch (IllegalArgumentException | java.time.DateTimeException _) {
                throw new Refusal.Malformed("cursor-mismatch");
            }
        }
    }

    /** What reading needs besides the rows. */
    @Component
    record Reading(Actors actors, TransactionOperations transactions) {}
}
