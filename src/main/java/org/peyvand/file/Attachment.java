package org.peyvand.file;

import java.util.UUID;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.RecordType.Flag;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.UuidType;

/**
 * The record type of files on records. Whoever sees the record sees what is attached to it, and whoever may change the record
 * may attach and detach; so an attachment has history, undo and a bin like all records.
 */
public final class Attachment {

    public static final Field<String> NAME = Field.text("name").required().searched();

    /** The stored file; told once and for all. */
    public static final Field<UUID> FILE =
            Field.of("file", new UuidType()).required().readOnly();

    /** What its content was found to be. */
    public static final Field<String> MEDIA_TYPE =
            Field.text("mediaType").required().readOnly();

    /** In bytes. */
    public static final Field<Long> SIZE = Field.integer("size").required().readOnly();

    public static final Field<String> SHA256 = Field.text("sha256").required().readOnly();

    /** The record it is attached to. */
    public static final Field<RecordRef> REGARDING =
            Field.anyReference("regarding").required();

    public static final RecordType TYPE = RecordType.named("attachment", "attachments")
            .icon("paperclip")
            .fields(NAME, FILE, MEDIA_TYPE, SIZE, SHA256, REGARDING)
            .title(NAME)
            .subtitle(REGARDING)
            .listColumns(NAME, SIZE, REGARDING)
            .section("main", NAME, SIZE, REGARDING)
            .belongsTo(REGARDING)
            .flags(Flag.SEARCHABLE)
            .build();

    private Attachment() {}
}
