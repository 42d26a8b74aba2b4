package org.peyvand.api;

import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The calls that belong to no record type. */
final class OpenApiCommonPaths {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ObjectNode paths;

    private OpenApiCommonPaths(ObjectNode paths) {
        this.paths = paths;
    }

    static void addTo(ObjectNode paths, Stream<ApiCalls> features) {
        OpenApiCommonPaths common = new OpenApiCommonPaths(paths);
        common.finding();
        common.metadata();
        common.work();
        common.transfers();
        common.files();
        common.notices();
        common.people();
        features.flatMap(feature -> feature.calls().stream()).forEach(common::call);
    }

    private void finding() {
        call("get", "/search", "search", "Find records of all types", "200", "q", "types", "limit");
        call("get", "/favourites", "favourites", "Read one's starred records", "200", "limit");
        call("put", "/favourites", "arrangeFavourites", "Put the starred records into an order", "204");
        call("put", "/favourites/{type}/{id}", "addFavourite", "Star a record or a view", "204");
        call("delete", "/favourites/{type}/{id}", "removeFavourite", "Take a star away", "204");
        call("post", "/tags/{id}/merge", "mergeTags", "Put another tag in the place of a tag", "200");
        call("get", "/recents", "recents", "Read what one opened last", "200", "limit");
    }

    private void metadata() {
        call("get", "/meta/types", "metaTypes", "Read the effective metadata", "200");
        call("get", "/meta/types/{type}", "metaType", "Read one type's metadata", "200");
        call("post", "/meta/types", "createType", "Make an own record type", "201");
        call("patch", "/meta/types/{type}", "changeType", "Change what a type is called and shows", "200");
        call("delete", "/meta/types/{type}", "retireType", "Hide an own type", "204");
        call("post", "/meta/types/{type}/restoration", "restoreType", "Show a hidden type again", "200");
        call("get", "/meta/retired-types", "retiredTypes", "Read which types are hidden", "200");
        call("get", "/meta/types/{type}/layouts", "layouts", "Read how a type is laid out", "200");
        call("put", "/meta/types/{type}/layouts/{role}", "putLayout", "Lay a type out for a role", "200");
        call("delete", "/meta/types/{type}/layouts/{role}", "removeLayout", "Take a layout away", "204");
        call("post", "/meta/types/{type}/fields", "createField", "Make an own field", "201");
        call("patch", "/meta/types/{type}/fields/{name}", "changeField", "Change a field", "200");
        call("delete", "/meta/types/{type}/fields/{name}", "retireField", "Hide an own field", "204");
        call("post", "/meta/types/{type}/fields/{name}/restoration", "restoreField", "Show it again", "200");
        call("get", "/meta/customisation", "customisation", "Read all own types, fields, layouts, rules", "200");
        call("post", "/meta/customisation", "takeCustomisation", "Take such a document in", "200", "preview");
    }

    private void work() {
        call("get", "/change-sets", "changeSets", "Read one's latest change sets", "200", "limit", "after");
        call("get", "/change-sets/{id}", "changeSet", "Read a change set", "200");
        call("post", "/change-sets/{id}/undo", "undo", "Take a change set back", "200", "onConflict");
        call("get", "/jobs", "jobs", "Read one's latest jobs", "200", "limit");
        call("get", "/jobs/{id}", "job", "Read a job", "200");
    }

    private void transfers() {
        upload("/imports", "startImport", "Import a file", "202", "preview");
        call("get", "/imports/{id}", "import", "Read an import", "200");
        download("/imports/{id}/failures", "importFailures", "The rows that failed, with reasons", "text/csv", XLSX);
        call("delete", "/imports/{id}", "undoImport", "Take an import back", "200", "onConflict");
        call("get", "/exports", "exports", "Read who exported what (administrators)", "200", "limit");
        call("post", "/exports", "startExport", "Export records to a file", "202");
        call("get", "/exports/{id}", "export", "Read an export", "200");
        download("/exports/{id}/file", "exportFile", "The file of an export", "text/csv", XLSX);
    }

    private void files() {
        call("get", "/{type}/{id}/files", "filesOfRecord", "Read the files of a record", "200");
        call("post", "/{type}/{id}/files", "attachFiles", "Attach stored files to a record", "201");
        call("delete", "/{type}/{id}/files/{file}", "detachFile", "Take a file off a record", "204");
        download(
                "/{type}/{id}/files/{file}/content",
                "attachedContent",
                "The content of a file of a record",
                "application/octet-stream");
        upload("/files", "storeFile", "Store a file", "201");
        call("get", "/files/{id}", "file", "Read what is known of a file", "200");
        download("/files/{id}/content", "fileContent", "The content of a file", "application/octet-stream");
    }

    private void people() {
        ObjectNode me = call("get", "/users/me", "me", "Read oneself", "200");
        content((ObjectNode) me.get("responses").get("200"), "application/json", OpenApiSchemas.ref("User"));
        call("put", "/users/{id}/roles", "setRoles", "Say which roles a user has", "200");
        call("put", "/users/{id}/activation", "activate", "Let a user in", "200");
        call("delete", "/users/{id}/activation", "deactivate", "Keep a user out", "200");
        call("put", "/users/{id}/password", "setPassword", "Set a user's password", "204");
        call("get", "/users/{id}/tokens", "tokens", "Read a user's tokens", "200");
        call("post", "/users/{id}/tokens", "createToken", "Make a token, shown once", "201");
        call("delete", "/users/{id}/tokens/{token}", "revokeToken", "Revoke a token", "204");
    }

    private void notices() {
        call("get", "/notices", "notices", "What one was told", "200", "limit", "after", "unread");
        call("get", "/notices/count", "noticeCount", "How many are unread, up to 100", "200");
        call("get", "/notices/{id}", "notice", "Read a notice", "200");
        call("post", "/notices/{id}/reading", "readNotice", "Mark a notice as read", "204");
        call("delete", "/notices/{id}/reading", "keepNotice", "Mark a notice as unread", "204");
        call("post", "/notices/reading", "readNotices", "Mark all notices as read", "204");
        download("/notices/stream", "noticeStream", "Notices as they are told", "text/event-stream");
        call("get", "/notice-choices", "noticeChoices", "What one wants to hear where", "200");
        call("patch", "/notice-choices", "chooseNotices", "Choose what to hear where", "200");
        call("get", "/messages", "messages", "What left or is to leave", "200", "state", "channel", "limit");
        call("post", "/messages/{id}/sending", "sendAgain", "Send again what failed", "202");
    }

    private void call(ApiCalls.Call call) {
        if (call.mediaType() != null) {
            download(call.path(), call.operation(), call.summary(), call.mediaType());
        } else {
            call(
                    call.method(),
                    call.path(),
                    call.operation(),
                    call.summary(),
                    call.status(),
                    call.queries().toArray(String[]::new));
        }
    }

    private ObjectNode call(
            String method, String path, String operation, String summary, String status, String... queries) {
        ObjectNode call = NODES.objectNode();
        call.put("operationId", operation);
        call.put("summary", summary);
        parameters(call.putArray("parameters"), path, queries);
        if (method.equals("post") || method.equals("patch") || method.equals("put")) {
            content(call.putObject("requestBody"), "application/json", OpenApiSchemas.type("object"));
        }
        responses(call.putObject("responses"), status);
        ObjectNode item = paths.get(path) instanceof ObjectNode known ? known : paths.putObject(path);
        item.set(method, call);
        return call;
    }

    private static void parameters(ArrayNode parameters, String path, String... queries) {
        for (String part : path.split("/")) {
            if (part.startsWith("{")) {
                parameter(parameters, part.substring(1, part.length() - 1), "path")
                        .put("required", true);
            }
        }
        for (String query : queries) {
            parameter(parameters, query, "query");
        }
    }

    private static void responses(ObjectNode responses, String status) {
        ObjectNode answer = responses.putObject(status).put("description", "Done");
        if (!status.equals("204")) {
            content(answer, "application/json", OpenApiSchemas.type("object"));
        }
        ObjectNode problem = responses.putObject("default").put("description", "A problem");
        content(problem, "application/problem+json", OpenApiSchemas.ref("Problem"));
    }

    private static void content(ObjectNode of, String mediaType, ObjectNode schema) {
        ObjectNode content = of.get("content") instanceof ObjectNode known ? known : of.putObject("content");
        content.putObject(mediaType).set("schema", schema);
    }

    private void upload(String path, String operation, String summary, String status, String... queries) {
        ObjectNode call = call("post", path, operation, summary, status, queries);
        ObjectNode form = OpenApiSchemas.object(new String[] {"file"});
        ((ObjectNode) form.get("properties"))
                .putObject("file")
                .put("type", "string")
                .put("contentMediaType", "application/octet-stream");
        content(call.putObject("requestBody"), "multipart/form-data", form);
    }

    private void download(String path, String operation, String summary, String... mediaTypes) {
        ObjectNode call = call("get", path, operation, summary, "200");
        for (String mediaType : mediaTypes) {
            content((ObjectNode) call.get("responses").get("200"), mediaType, OpenApiSchemas.type("string"));
        }
    }

    private static ObjectNode parameter(ArrayNode parameters, String name, String place) {
        ObjectNode parameter = parameters.addObject();
        parameter.put("name", name);
        parameter.put("in", place);
        parameter.set("schema", OpenApiSchemas.type("string"));
        return parameter;
    }
}
