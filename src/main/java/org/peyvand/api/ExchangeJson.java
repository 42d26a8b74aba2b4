package org.peyvand.api;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.exchange.Export;
import org.peyvand.exchange.ExportAudit;
import org.peyvand.exchange.Import;
import org.peyvand.exchange.Preview;
import org.peyvand.file.AttachedFile;
import org.peyvand.file.StoredFile;
import org.peyvand.job.Job;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes files, jobs, imports and exports as the API shows them. */
final class ExchangeJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ExchangeJson() {}

    static ObjectNode write(StoredFile file) {
        ObjectNode json = NODES.objectNode();
        json.put("id", file.id().toString());
        json.put("name", file.name());
        json.put("mediaType", file.mediaType());
        json.put("size", file.size());
        json.put("sha256", file.sha256());
        json.put("createdAt", file.createdAt().toString());
        return json;
    }

    static ObjectNode write(AttachedFile file) {
        ObjectNode json = NODES.objectNode();
        json.put("id", file.id().toString());
        json.put("version", file.version());
        json.put("file", file.file().toString());
        json.put("name", file.name());
        json.put("mediaType", file.mediaType());
        json.put("size", file.size());
        json.put("sha256", file.sha256());
        json.put("createdAt", file.createdAt().toString());
        return json;
    }

    static ObjectNode write(Job job) {
        ObjectNode json = NODES.objectNode();
        json.put("id", job.id().toString());
        json.put("kind", job.kind());
        json.put("status", job.status().key());
        json.put("label", job.label());
        json.put("done", job.done());
        json.put("total", job.total());
        json.set("result", job.result() == null ? NODES.nullNode() : job.result());
        json.put("problem", job.problem());
        json.put("changeSet", text(job.changeSet()));
        json.put("createdAt", job.createdAt().toString());
        json.put("startedAt", text(job.startedAt()));
        json.put("finishedAt", text(job.finishedAt()));
        return json;
    }

    static ObjectNode write(Import run) {
        ObjectNode json = NODES.objectNode();
        json.put("id", run.id().toString());
        json.put("type", run.type());
        json.put("fileName", run.fileName());
        json.put("status", run.status());
        json.put("rows", run.rows());
        json.put("created", run.created());
        json.put("updated", run.updated());
        json.put("skipped", run.skipped());
        json.put("failed", run.failed());
        json.put("pictures", run.pictures());
        json.put("problem", run.problem());
        json.put("changeSet", text(run.changeSet()));
        json.put("createdAt", run.createdAt().toString());
        json.put("startedAt", text(run.startedAt()));
        json.put("finishedAt", text(run.finishedAt()));
        return json;
    }

    static ObjectNode write(Export export) {
        ObjectNode json = NODES.objectNode();
        json.put("id", export.id().toString());
        json.put("type", export.type());
        json.put("fileName", export.fileName());
        json.put("status", export.status());
        json.put("rows", export.rows());
        json.put("problem", export.problem());
        json.put("createdAt", export.createdAt().toString());
        json.put("startedAt", text(export.startedAt()));
        json.put("finishedAt", text(export.finishedAt()));
        return json;
    }

    static ObjectNode write(ExportAudit.Entry entry) {
        ObjectNode json = NODES.objectNode();
        json.put("id", entry.id().toString());
        json.put("by", text(entry.by()));
        json.put("name", entry.name());
        json.put("status", entry.status());
        json.put("rows", entry.rows());
        json.set("request", entry.request());
        json.put("createdAt", entry.at().toString());
        return json;
    }

    /** A preview; {@code sentences} says what a problem means. */
    static ObjectNode write(Preview preview, Sentences sentences) {
        ObjectNode json = NODES.objectNode();
        json.put("type", preview.type());
        json.put("encoding", preview.encoding());
        json.put("delimiter", preview.delimiter());
        json.put("sheet", preview.sheet());
        ArrayNode sheets = json.putArray("sheets");
        preview.sheets().forEach(sheets::add);
        json.put("rows", preview.rows());
        json.put("wouldFail", preview.wouldFail());
        ArrayNode columns = json.putArray("columns");
        preview.columns()
                .forEach(column -> columns.addObject()
                        .put("name", column.name())
                        .put("field", column.field())
                        .put("fieldType", column.fieldType())
                        .put("newField", column.newField())
                        .put("example", column.example()));
        ArrayNode sample = json.putArray("sample");
        preview.sample().forEach(row -> sample.add(row(row, sentences)));
        ArrayNode problems = json.putArray("problems");
        preview.problems().forEach(kind -> problems.add(kind(kind, sentences)));
        return json;
    }

    /** Says in the caller's language what the code of a problem means. */
    interface Sentences {
        String of(String code, java.util.List<String> arguments);
    }

    private static ObjectNode row(Preview.Row row, Sentences sentences) {
        ObjectNode json = NODES.objectNode().put("row", row.number());
        ObjectNode values = json.putObject("values");
        for (Map.Entry<String, String> value : row.values().entrySet()) {
            values.put(value.getKey(), value.getValue());
        }
        ArrayNode errors = json.putArray("errors");
        row.problems()
                .forEach(issue -> errors.addObject()
                        .put("field", issue.field())
                        .put("code", issue.code())
                        .put("message", sentences.of(issue.code(), issue.arguments())));
        return json;
    }

    private static ObjectNode kind(Preview.Kind kind, Sentences sentences) {
        ObjectNode json = NODES.objectNode();
        json.put("field", kind.field());
        json.put("code", kind.code());
        json.put("message", sentences.of(kind.code(), kind.arguments()));
        json.put("count", kind.count());
        ArrayNode rows = json.putArray("rows");
        kind.rows().forEach(rows::add);
        ArrayNode values = json.putArray("values");
        kind.values()
                .forEach(value -> values.addObject()
                        .put("value", value.value())
                        .put("count", value.count())
                        .put("suggestion", value.suggestion()));
        return json;
    }

    static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
