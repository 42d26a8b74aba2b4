package org.peyvand.notice;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Actors;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.AnyReferenceType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.LongTextType;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.query.RecordName;
import org.peyvand.record.write.AfterWrite;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.StoredBatch;
import org.springframework.stereotype.Component;

/**
 * Tells users that somebody mentioned them in a long text, such as a note: once per mention that was not there before, and
 * only when they may see the record and what it is about.
 */
@Component
public class Mentions implements AfterWrite {

    /** The kind of these notices. */
    public static final String MENTIONED = "mentioned";

    private static final int MOST = 50;

    private final Notices notices;
    private final Actors actors;
    private final ReadGate reads;

    Mentions(Notices notices, Actors actors, ReadGate reads) {
        this.notices = notices;
        this.actors = actors;
        this.reads = reads;
    }

    @Override
    public void stored(StoredBatch batch) {
        if (batch.quiet()) {
            return;
        }
        List<NewNotice> told = new ArrayList<>();
        for (StoredBatch.Change change : batch.changes()) {
            if (change.write().saves() && told.size() < MOST) {
                mentioned(change)
                        .forEach(user -> notice(change, user)
                                .map(notice -> notice.by(batch.actor().user()))
                                .ifPresent(told::add));
            }
        }
        if (!told.isEmpty()) {
            notices.tell(told);
        }
    }

    /** The names of those a text mentions who may not see a record, for the writer to know. */
    public List<String> blind(Actor writer, String text, RecordRef record) {
        List<String> names = new ArrayList<>();
        for (UUID user : MentionText.users(text)) {
            if (!sees(user, record)) {
                RecordRef person = new RecordRef("users", user);
                RecordName name = reads.names(writer, List.of(person)).get(person);
                if (name != null && name.name() != null) {
                    names.add(name.name());
                }
            }
        }
        return names;
    }

    private static Set<UUID> mentioned(StoredBatch.Change change) {
        Set<UUID> users = new LinkedHashSet<>();
        Pending write = change.write();
        for (Field<?> field : change.type().ownFields()) {
            if (field.type() instanceof LongTextType && write.changes(field)) {
                Set<UUID> fresh = MentionText.users(text(write.after(field)));
                fresh.removeAll(MentionText.users(text(write.before(field))));
                users.addAll(fresh);
            }
        }
        return users;
    }

    private Optional<NewNotice> notice(StoredBatch.Change change, UUID user) {
        RecordRef record = new RecordRef(change.type().plural(), change.write().id());
        RecordRef subject = about(change.type(), change.write());
        if (!sees(user, record) || (subject != null && !sees(user, subject))) {
            return Optional.empty();
        }
        return Optional.of(
                NewNotice.of(MENTIONED, user, MENTIONED + ":" + record.id()).about(subject == null ? record : subject));
    }

    private static @Nullable RecordRef about(RecordType type, Pending write) {
        return type.ownFields().stream()
                .filter(field -> field.type() instanceof AnyReferenceType)
                .map(write::after)
                .filter(RecordRef.class::isInstance)
                .map(RecordRef.class::cast)
                .findFirst()
                .orElse(null);
    }

    private boolean sees(UUID user, RecordRef record) {
        Actor reader = actors.find(user, Actor.Kind.USER).orElse(null);
        RecordName name =
                reader == null ? null : reads.names(reader, List.of(record)).get(record);
        return name != null && !name.hidden();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }
}
