package org.peyvand.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Messages;
import org.peyvand.record.FieldConflict;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A "no" as RFC 9457 puts it.
 *
 * @param status the status of HTTP
 * @param code stable; its sentence is {@code problem.<code>}
 * @param arguments put into the sentence
 * @param errors what is wrong, field by field
 * @param conflicts fields changed since, for 412
 */
record ApiProblem(
        int status, String code, List<String> arguments, List<Problem> errors, List<FieldConflict> conflicts) {

    static ApiProblem of(int status, String code, String... arguments) {
        return new ApiProblem(status, code, List.of(arguments), List.of(), List.of());
    }

    /** Of a status that came without a reason. */
    static ApiProblem ofStatus(int status) {
        return switch (status) {
            case 401 -> of(401, "not-signed-in");
            case 403 -> of(403, "door-shut");
            case 404 -> of(404, "not-found");
            case 405 -> of(405, "method-not-allowed", "");
            case 406 -> of(406, "not-acceptable");
            case 413 -> of(413, "body-too-large");
            case 415 -> of(415, "media-type");
            case 503 -> of(503, "database-away");
            default -> status < 500 ? of(400, "bad-request") : of(500, "internal");
        };
    }

    static ApiProblem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Malformed no -> of(400, no, no.problems());
            case Refusal.NotFound no -> of(404, no, List.of());
            case Refusal.Forbidden no -> of(403, no, List.of());
            case Refusal.Invalid no -> of(422, no, no.problems());
            case Refusal.Conflict no -> of(409, no, no.problems());
            case Refusal.Stale no -> new ApiProblem(412, no.code(), no.arguments(), List.of(), no.conflicts());
            case Refusal.TooSlow no -> of(400, no, List.of());
        };
    }

    private static ApiProblem of(int status, Refusal refusal, List<Problem> errors) {
        return new ApiProblem(status, refusal.code(), refusal.arguments(), errors, List.of());
    }

    /** The body, its sentences in the language. */
    ObjectNode json(Messages messages, Locale language) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", "urn:peyvand:problem:" + code);
        json.put("title", messages.text(language, "http." + status));
        json.put("status", status);
        json.put("detail", messages.text(language, "problem." + code, arguments.toArray()));
        json.put("code", code);
        json.set("errors", errors.isEmpty() ? JsonNodeFactory.instance.arrayNode() : errors(messages, language));
        if (!conflicts.isEmpty()) {
            json.set("conflicts", conflictsJson());
        } else if (status == 409 && errors.stream().anyMatch(ApiProblem::isAboutRecord)) {
            json.set("conflicts", recordsJson(messages, language));
        }
        return json;
    }

    /** What is wrong field by field; of a refusal about no field in particular, its own sentence. */
    ArrayNode errors(Messages messages, Locale language) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Problem problem : errors.isEmpty() ? List.of(new Problem("", code, arguments)) : errors) {
            ObjectNode error = array.addObject();
            error.put("field", problem.field());
            error.put("code", problem.code());
            error.put(
                    "message",
                    messages.text(
                            language,
                            "problem." + problem.code(),
                            problem.arguments().toArray()));
        }
        return array;
    }

    /** A problem of one record among many names it as {@code /type/id} and perhaps {@code /field}. */
    private static boolean isAboutRecord(Problem problem) {
        return problem.field().startsWith("/") && problem.field().split("/").length >= 3;
    }

    private ArrayNode recordsJson(Messages messages, Locale language) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Problem problem : errors) {
            String[] path = problem.field().split("/");
            if (isAboutRecord(problem)) {
                ObjectNode json = array.addObject();
                json.put("type", path[1]);
                json.put("id", path[2]);
                json.put("field", path.length > 3 ? path[3] : null);
                json.put("code", problem.code());
                json.put(
                        "message",
                        messages.text(
                                language,
                                "problem." + problem.code(),
                                problem.arguments().toArray()));
            }
        }
        return array;
    }

    private ArrayNode conflictsJson() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (FieldConflict conflict : conflicts) {
            ObjectNode json = array.addObject();
            json.put("field", conflict.field().name());
            set(json, "base", conflict, conflict.base());
            set(json, "mine", conflict, conflict.mine());
            set(json, "theirs", conflict, conflict.theirs());
        }
        return array;
    }

    private static void set(ObjectNode json, String name, FieldConflict conflict, @Nullable Object value) {
        json.set(
                name,
                value == null
                        ? JsonNodeFactory.instance.nullNode()
                        : RecordJson.plain(conflict.field().type(), value));
    }

    /** Headers that belong to the status. */
    Map<String, String> headers() {
        return status == 503 || status == 429 ? Map.of("Retry-After", "5") : Map.of();
    }
}
