package org.peyvand.notice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordRef;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.AfterWrite;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.Pending.Act;
import org.peyvand.record.write.StoredBatch;
import org.peyvand.record.write.StoredBatch.Change;
import org.springframework.stereotype.Component;

/**
 * Tells new owners what they were given, and owners and followers what others changed: a notice per record for what people
 * do by hand, one that sums up for what is done to many at once.
 */
@Component
final class RecordNotices implements AfterWrite {

    static final String ASSIGNED = "assigned";
    static final String CHANGED = "changed";

    private final Notices notices;
    private final NoticeKinds kinds;
    private final Followers followers;

    RecordNotices(Notices notices, NoticeKinds kinds, Followers followers) {
        this.notices = notices;
        this.kinds = kinds;
        this.followers = followers;
    }

    @Override
    public void stored(StoredBatch batch) {
        if (batch.quiet()) {
            return;
        }
        List<Change> owned = batch.changes().stream()
                .filter(change -> Followers.isFollowed(change.type()))
                .toList();
        if (owned.isEmpty()) {
            return;
        }
        Heard heard = new Heard(batch);
        owned.forEach(heard::assignment);
        if (batch.kind() != Batch.Kind.IMPORT) {
            following(owned, heard);
        }
        List<NewNotice> told = heard.notices();
        if (!told.isEmpty()) {
            notices.tell(told);
        }
    }

    private void following(List<Change> owned, Heard heard) {
        List<Change> older = owned.stream()
                .filter(change -> change.write().act() != Act.CREATE)
                .toList();
        if (older.isEmpty()) {
            return;
        }
        Map<UUID, Map<UUID, Boolean>> said =
                followers.said(older.stream().map(change -> change.write().id()).toList());
        older.forEach(
                change -> heard.change(change, said.getOrDefault(change.write().id(), Map.of())));
    }

    /** What each user has heard of one batch. */
    private final class Heard {

        private final StoredBatch batch;
        private final @Nullable UUID by;
        private final Map<Told, List<Change>> told = new LinkedHashMap<>();

        Heard(StoredBatch batch) {
            this.batch = batch;
            this.by = batch.actor().user();
        }

        void assignment(Change change) {
            Pending write = change.write();
            UUID owner = write.after(SystemFields.OWNER);
            if (owner != null && !owner.equals(by) && write.saves() && write.changes(SystemFields.OWNER)) {
                String kind = write.act() == Act.CREATE
                        ? kinds.announcing(change.type().plural(), ASSIGNED).key()
                        : ASSIGNED;
                add(new Told(owner, kind, change.type().plural()), change);
            }
        }

        void change(Change change, Map<UUID, Boolean> said) {
            Set<UUID> readers = new HashSet<>();
            said.forEach((user, muted) -> {
                if (!muted) {
                    readers.add(user);
                }
            });
            UUID owner = change.write().before(SystemFields.OWNER);
            if (owner != null && !said.getOrDefault(owner, false)) {
                readers.add(owner);
            }
            for (UUID reader : readers) {
                String type = change.type().plural();
                boolean given = told.getOrDefault(new Told(reader, ASSIGNED, type), List.of())
                        .contains(change);
                if (!reader.equals(by) && !given) {
                    add(new Told(reader, CHANGED, type), change);
                }
            }
        }

        private void add(Told key, Change change) {
            told.computeIfAbsent(key, none -> new ArrayList<>()).add(change);
        }

        List<NewNotice> notices() {
            boolean many = batch.kind() == Batch.Kind.BULK || batch.kind() == Batch.Kind.IMPORT;
            List<NewNotice> all = new ArrayList<>();
            told.forEach((key, changes) -> all.add(
                    many || changes.size() > 1 ? summary(key, changes.size()) : single(key, changes.getFirst())));
            return all;
        }

        private NewNotice summary(Told key, int count) {
            return NewNotice.of(key.kind(), key.reader(), key.kind() + ":" + batch.changeSet() + ":" + key.type())
                    .by(by)
                    .saying(new Word.TypeName(key.type()))
                    .summing(count);
        }

        private NewNotice single(Told key, Change change) {
            Pending write = change.write();
            return NewNotice.of(key.kind(), key.reader(), key.kind() + ":" + batch.changeSet() + ":" + write.id())
                    .by(by)
                    .about(new RecordRef(key.type(), write.id()))
                    .saying(what(change));
        }

        private Word what(Change change) {
            return switch (change.write().act()) {
                case DELETE -> new Word.Key("notice.deleted");
                case RESTORE -> new Word.Key("notice.restored");
                case CREATE, UPDATE ->
                    new Word.FieldNames(
                            change.type().plural(),
                            change.type().fields().stream()
                                    .filter(field -> !field.is(Field.Flag.COMPUTED))
                                    .filter(change.write()::changes)
                                    .map(Field::name)
                                    .limit(4)
                                    .toList());
            };
        }
    }

    /** What one user is told of one type in one way. */
    private record Told(UUID reader, String kind, String type) {}
}
