package org.peyvand.api;

import org.peyvand.record.RecordType;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The calls of one record type as OpenAPI describes them. */
final class OpenApiPaths {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final RecordType type;
    private final String schema;

    OpenApiPaths(RecordType type) {
        this.type = type;
        this.schema = OpenApiSchemas.name(type);
    }

    void addTo(ObjectNode paths) {
        String base = "/" + type.plural();
        ObjectNode all = paths.putObject(base);
        all.set("get", list());
        all.set("post", create());
        paths.putObject(base + "/count").set("get", count());
        paths.putObject(base + "/groups").set("get", groups());
        paths.putObject(base + "/batch").set("post", batch());
        paths.putObject(base + "/bulk-edits").set("post", bulkEdit());
        paths.putObject(base + "/by/{field}/{value}").set("put", upsert());
        if (type.isCompared()) {
            paths.putObject(base + "/duplicates").set("post", duplicates());
            paths.putObject(base + "/card").set("post", card());
        }
        ObjectNode one = paths.putObject(base + "/{id}");
        one.set("get", with(call("get", "Read one"), path("id"), query("fields")));
        answer(one.get("get"), "200", OpenApiSchemas.ref(schema));
        one.set(
                "patch",
                with(
                        body(call("change", "Change some fields (merge patch)"), schema + "Write"),
                        path("id"),
                        header("If-Match"),
                        query("require")));
        answer(one.get("patch"), "200", OpenApiSchemas.ref(schema));
        one.set(
                "delete",
                with(call("delete", "Put into the recycle bin"), path("id"), header("If-Match"), query("require")));
        empty(one.get("delete"), "204");
        ObjectNode restore = with(call("restore", "Bring back from the recycle bin"), path("id"));
        answer(restore, "200", OpenApiSchemas.ref(schema));
        paths.putObject(base + "/{id}/restoration").set("post", restore);
        ObjectNode changes = with(call("changes", "Read the history"), path("id"), query("limit"), query("after"));
        answer(changes, "200", page(OpenApiSchemas.type("object")));
        paths.putObject(base + "/{id}/changes").set("get", changes);
        shares(paths, base + "/{id}/shares");
        followers(paths, base + "/{id}/followers");
    }

    private void followers(ObjectNode paths, String base) {
        ObjectNode followers = with(call("followers", "Read who follows it"), path("id"));
        answer(followers, "200", OpenApiSchemas.type("object"));
        paths.putObject(base).set("get", followers);
        ObjectNode following = with(call("following", "Read whether one follows it"), path("id"));
        answer(following, "200", OpenApiSchemas.type("object"));
        ObjectNode follow = with(call("follow", "Follow it"), path("id"));
        empty(follow, "204");
        ObjectNode unfollow = with(call("unfollow", "Follow it no more"), path("id"));
        empty(unfollow, "204");
        ObjectNode me = paths.putObject(base + "/me");
        me.set("get", following);
        me.set("put", follow);
        me.set("delete", unfollow);
    }

    private void shares(ObjectNode paths, String base) {
        ObjectNode shares = with(call("shares", "Read with whom it is shared"), path("id"));
        answer(shares, "200", OpenApiSchemas.type("object"));
        paths.putObject(base).set("get", shares);
        ObjectNode share = body(call("share", "Share it"), OpenApiSchemas.type("object"));
        empty(with(share, path("id"), path("grantee")), "204");
        ObjectNode revoke = with(call("unshare", "Share it no more"), path("id"), path("grantee"));
        empty(revoke, "204");
        ObjectNode grantee = paths.putObject(base + "/{grantee}");
        grantee.set("put", share);
        grantee.set("delete", revoke);
    }

    private ObjectNode list() {
        ObjectNode call = with(
                call("list", "Read a page"),
                query("filter"),
                query("sort"),
                query("limit"),
                query("after"),
                query("fields"),
                query("q"),
                query("deleted"));
        answer(call, "200", page(OpenApiSchemas.ref(schema)));
        return call;
    }

    private ObjectNode create() {
        ObjectNode call = with(body(call("create", "Create one"), schema + "Write"), header("Idempotency-Key"));
        answer(call, "201", OpenApiSchemas.ref(schema));
        return call;
    }

    private ObjectNode count() {
        ObjectNode call =
                with(call("count", "Count, exactly up to 10,000"), query("filter"), query("q"), query("deleted"));
        answer(call, "200", OpenApiSchemas.ref("Count"));
        return call;
    }

    private ObjectNode groups() {
        ObjectNode call = with(
                call("group", "Count and sum by the values of fields"),
                query("by"),
                query("measures"),
                query("filter"),
                query("q"));
        answer(call, "200", OpenApiSchemas.type("object"));
        return call;
    }

    private ObjectNode batch() {
        ObjectNode call = with(
                body(call("batch", "Write up to 1,000"), OpenApiSchemas.list(OpenApiSchemas.type("object"))),
                query("atomic"),
                header("Idempotency-Key"));
        answer(call, "200", OpenApiSchemas.list(OpenApiSchemas.type("object")));
        return call;
    }

    private ObjectNode bulkEdit() {
        ObjectNode call = with(
                body(call("bulkEdit", "Edit or delete all that match, as a job"), OpenApiSchemas.type("object")),
                header("Idempotency-Key"));
        answer(call, "202", OpenApiSchemas.type("object"));
        return call;
    }

    private ObjectNode duplicates() {
        ObjectNode call = body(call("duplicates", "Find the records that a draft may be again"), schema + "Write");
        ObjectNode schema = OpenApiSchemas.object(new String[] {"data"});
        ((ObjectNode) schema.get("properties")).set("data", OpenApiSchemas.list(OpenApiSchemas.ref("Candidate")));
        answer(call, "200", schema);
        return call;
    }

    private ObjectNode card() {
        ObjectNode text = OpenApiSchemas.object(new String[] {"text"});
        ((ObjectNode) text.get("properties")).set("text", OpenApiSchemas.type("string"));
        ObjectNode call = body(call("card", "Read a signature or a card into fields; nothing is written"), text);
        ObjectNode found = OpenApiSchemas.object(new String[] {"fields"});
        ((ObjectNode) found.get("properties")).set("fields", OpenApiSchemas.type("object"));
        answer(call, "200", found);
        return call;
    }

    private ObjectNode upsert() {
        ObjectNode call = with(
                body(call("upsert", "Create or change the one that a key names"), schema + "Write"),
                path("field"),
                path("value"));
        answer(call, "200", OpenApiSchemas.ref(schema));
        answer(call, "201", OpenApiSchemas.ref(schema));
        return call;
    }

    private ObjectNode call(String verb, String summary) {
        ObjectNode call = NODES.objectNode();
        call.put("operationId", verb + schema);
        call.put("summary", summary);
        call.putArray("tags").add(type.plural());
        ObjectNode responses = call.putObject("responses");
        ObjectNode problem = responses.putObject("default");
        problem.put("description", "A problem");
        problem.putObject("content").putObject("application/problem+json").set("schema", OpenApiSchemas.ref("Problem"));
        return call;
    }

    private static ObjectNode body(ObjectNode call, String schemaName) {
        return body(call, OpenApiSchemas.ref(schemaName));
    }

    private static ObjectNode body(ObjectNode call, ObjectNode content) {
        ObjectNode body = call.putObject("requestBody");
        body.put("required", true);
        body.putObject("content").putObject("application/json").set("schema", content);
        return call;
    }

    private static ObjectNode with(ObjectNode call, ObjectNode... parameters) {
        ArrayNode array = call.putArray("parameters");
        for (ObjectNode parameter : parameters) {
            array.add(parameter);
        }
        return call;
    }

    private static ObjectNode path(String name) {
        return parameter(name, "path").put("required", true);
    }

    private static ObjectNode query(String name) {
        return parameter(name, "query");
    }

    private static ObjectNode header(String name) {
        return parameter(name, "header");
    }

    private static ObjectNode parameter(String name, String place) {
        ObjectNode parameter = NODES.objectNode();
        parameter.put("name", name);
        parameter.put("in", place);
        parameter.set("schema", OpenApiSchemas.type("string"));
        return parameter;
    }

    private static void answer(tools.jackson.databind.JsonNode call, String status, ObjectNode content) {
        ObjectNode response = ((ObjectNode) call.get("responses")).putObject(status);
        response.put("description", status.equals("202") ? "Accepted as a job" : "Done");
        response.putObject("content").putObject("application/json").set("schema", content);
    }

    private static void empty(tools.jackson.databind.JsonNode call, String status) {
        ((ObjectNode) call.get("responses")).putObject(status).put("description", "Done");
    }

    private static ObjectNode page(ObjectNode item) {
        ObjectNode schema = OpenApiSchemas.object(new String[] {"data", "page"});
        ObjectNode properties = (ObjectNode) schema.get("properties");
        properties.set("data", OpenApiSchemas.list(item));
        ObjectNode page = OpenApiSchemas.object(new String[] {"limit"});
        ObjectNode parts = (ObjectNode) page.get("properties");
        ArrayNode next = NODES.arrayNode();
        next.add("string").add("null");
        parts.putObject("next").set("type", next);
        parts.set("limit", OpenApiSchemas.type("integer"));
        properties.set("page", page);
        return schema;
    }
}
