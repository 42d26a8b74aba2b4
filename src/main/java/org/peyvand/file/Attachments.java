package org.peyvand.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Operator;
import org.peyvand.record.query.Condition;
import org.peyvand.record.query.FieldPath;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.query.Sort;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
import org.peyvand.record.write.Written;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The files of records: attached, listed, read and detached, as far as the record itself may be read and changed. */
@Component
public final class Attachments {

    private static final int MOST_LISTED = 200;

    private final Files files;
    private final ReadGate reading;
    private final WriteGate writing;
    private final Models models;
    private final long largest;
    private final long room;

    Attachments(
            Files files,
            ReadGate reading,
            WriteGate writing,
            Models models,
            @Value("${PEYVAND_ATTACHMENT_LIMIT:50MB}") DataSize largest,
            @Value("${PEYVAND_ATTACHMENTS_LIMIT:0B}") DataSize room) {
        this.files = files;
        this.reading = reading;
        this.writing = writing;
        this.models = models;
        this.largest = largest.toBytes();
        this.room = room.toBytes();
    }

    /** In bytes. */
    public long largest() {
        return largest;
    }

    /**
     * Keeps a file that is to be attached.
     *
     * @throws Refusal.Invalid when it is too large or of a kind that is not taken
     */
    public UUID keep(Actor actor, String name, InputStream content) {
        BufferedInputStream buffered = new BufferedInputStream(content, MediaKind.BEGINNING);
        return files.store(actor, name, mediaType(buffered), buffered, largest).id();
    }

    /**
     * Attaches files that the actor brought before, all of them or none.
     *
     * @return the write, whose outcomes are the attachments
     * @throws Refusal.Invalid when one is too large or of a kind that is not taken
     * @throws Refusal.Forbidden when the actor sees the record, but may not change it
     * @throws Refusal.NotFound when the actor does not see the record
     */
    public Written attach(Actor actor, RecordRef record, List<UUID> ids) {
        demandVisible(actor, record);
        List<StoredFile> stored = new ArrayList<>();
        for (UUID id : ids) {
            StoredFile file = files.find(actor, id).orElseThrow(() -> refusal("unknown-file"));
            if (file.size() > largest) {
                throw Files.tooLarge(largest);
            }
            stored.add(file.as(mediaType(new BufferedInputStream(files.open(actor, id), MediaKind.BEGINNING))));
        }
        return write(actor, record, stored);
    }

    /**
     * The latest files of a record, newest first.
     *
     * @throws Refusal.NotFound when the actor does not see it
     */
    public List<AttachedFile> of(Actor actor, RecordRef record) {
        demandVisible(actor, record);
        RecordType type = type();
        Query query = Query.of(type)
                .where(Condition.compare(FieldPath.of(type, Attachment.REGARDING), Operator.EQ, record.id()))
                .sorted(List.of(new Sort(FieldPath.of(type, SystemFields.CREATED_AT), true)))
                .limited(MOST_LISTED);
        return reading.page(actor, query).items().stream()
                .map(Attachments::attached)
                .toList();
    }

    /** @throws Refusal.NotFound when there is none, or the actor does not see its record */
    public AttachedFile find(Actor actor, UUID attachment) {
        return reading.find(actor, type(), attachment)
                .filter(each -> !each.deleted())
                .map(Attachments::attached)
                .orElseThrow(Refusal.NotFound::new);
    }

    /**
     * Hands a file that {@link #find} answered out, whole or in ranges.
     *
     * @param download whether it is to be kept even where a browser could show it
     */
    public ResponseEntity<Resource> answer(AttachedFile file, boolean download) {
        return AttachedContent.of(file, download, () -> files.open(Actor.system(), file.file()));
    }

    /**
     * Puts an attachment into the bin, from where an undo brings it back.
     *
     * @throws Refusal.NotFound when the record has no such attachment
     */
    public Written detach(Actor actor, RecordRef record, UUID attachment) {
        if (!find(actor, attachment).regarding().equals(record)) {
            throw new Refusal.NotFound();
        }
        Written written = writing.write(actor, Batch.of(new Write.Delete(type(), attachment, null)));
        written.single();
        return written;
    }

    private Written write(Actor actor, RecordRef record, List<StoredFile> stored) {
        demandRoom(stored);
        List<Write> writes = new ArrayList<>();
        for (StoredFile file : stored) {
            Draft draft = Draft.of(Attachment.NAME, file.name())
                    .set(Attachment.FILE, file.id())
                    .set(Attachment.MEDIA_TYPE, file.mediaType())
                    .set(Attachment.SIZE, file.size())
                    .set(Attachment.SHA256, Objects.requireNonNullElse(file.sha256(), ""))
                    .set(Attachment.REGARDING, record);
            writes.add(new Write.Create(type(), null, draft));
        }
        return writing.write(actor, Batch.of(writes).internal());
    }

    private void demandVisible(Actor actor, RecordRef record) {
        RecordType target = models.current().find(record.type()).orElseThrow(Refusal.NotFound::new);
        if (target.belongsToField().isPresent()
                || reading.find(actor, target, record.id()).isEmpty()) {
            throw new Refusal.NotFound();
        }
    }

    private void demandRoom(List<StoredFile> stored) {
        long more = stored.stream().mapToLong(StoredFile::size).sum();
        if (room > 0 && files.attached() + more > room) {
            throw refusal("no-room-for-files");
        }
    }

    private static String mediaType(BufferedInputStream content) {
        try {
            content.mark(MediaKind.BEGINNING);
            byte[] beginning = content.readNBytes(MediaKind.BEGINNING);
            content.reset();
            if (beginning.length == 0) {
                throw refusal("empty-file");
            }
            return MediaKind.of(beginning).orElseThrow(() -> refusal("file-kind-not-taken"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RecordType type() {
        return models.current().type(Attachment.TYPE.plural());
    }

    private static AttachedFile attached(StoredRecord record) {
        return new AttachedFile(
                record.id(),
                record.version(),
                Objects.requireNonNull(record.get(Attachment.FILE)),
                Objects.requireNonNull(record.get(Attachment.NAME)),
                Objects.requireNonNull(record.get(Attachment.MEDIA_TYPE)),
                Objects.requireNonNull(record.get(Attachment.SIZE)),
                Objects.requireNonNull(record.get(Attachment.SHA256)),
                Objects.requireNonNull(record.get(Attachment.REGARDING)),
                Objects.requireNonNull(record.get(SystemFields.CREATED_AT)));
    }

    private static Refusal refusal(String code) {
        return new Refusal.Invalid(List.of(Problem.of("file", code)));
    }
}
