package org.peyvand.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Field;
import org.peyvand.record.overlay.OwnFieldTypes;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestProgram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file that was exported to be imported again changes nothing when it is, and brings back what was changed since: every type
 * and every field of the metadata that a file can fill. A seed of a failure is repeated by {@code -Dseed=}.
 */
class ImportedAgainTest {

    private static final int SEEDS = 3;
    private static final int RECORDS = 4;

    private static final NearAndFar world = new NearAndFar();
    private static final Api api = world.administrator();

    @TestFactory
    Collection<DynamicTest> everyTypeThatCanBeImported() {
        String own = typeOfEveryOwnField();
        return TestProgram.shared().bean(Models.class).current().types().stream()
                .filter(type -> !type.is(RecordType.Flag.GUARDED))
                // what belongs to a record goes with it and stands in no file of its own
                .filter(type -> type.belongsToField().isEmpty())
                .filter(type -> !type.is(RecordType.Flag.OWN) || type.plural().equals(own))
                .map(type -> DynamicTest.dynamicTest(type.plural(), () -> check(type)))
                .toList();
    }

    private static void check(RecordType type) {
        long first = Long.getLong("seed", ThreadLocalRandom.current().nextLong(1_000_000));
        String told = "%s, -Dseed=%d: ".formatted(type, first);
        List<String> ids = new ArrayList<>();
        for (long seed = first; seed < first + SEEDS; seed++) {
            AnyRecords records = new AnyRecords(world, seed);
            for (int i = 0; i < RECORDS; i++) {
                ids.add(written("POST", "/" + type, records.draft(type, i == 0)).id());
            }
            if (type.plural().equals("meetings")) {
                invite(ids.getLast());
            }
            records.bin();
        }
        Map<String, ObjectNode> before = contents(type, ids);
        assertThat(empty(type, before.values()))
                .as(told + "fields without a value")
                .isEmpty();
        String file = exported(type, ids);

        Answer same = imported(type, file);

        assertThat(figures(same)).as(told + failures(same)).isEqualTo(List.of(ids.size(), 0, ids.size(), 0));
        assertThat(changes(same)).as(told + "changes by the same file").isZero();
        assertThat(contents(type, ids)).as(told).isEqualTo(before);

        int changed = change(type, before, new AnyRecords(world, first + SEEDS));
        Answer restored = imported(type, file);

        assertThat(figures(restored))
                .as(told + failures(restored))
                .isEqualTo(List.of(ids.size(), changed, ids.size() - changed, 0));
        Map<String, ObjectNode> after = contents(type, ids);
        before.forEach((id, values) -> List.copyOf(values.propertyNames()).stream()
                .filter(name -> isEmpty(values.path(name)))
                .forEach(name -> {
                    values.remove(name);
                    Objects.requireNonNull(after.get(id)).remove(name);
                }));
        assertThat(after).as(told).isEqualTo(before);
    }

    /**
     * Gives every record other values where it has some: an empty cell of a file says nothing, so it takes no value away, also
     * none that a rule of the type put there.
     */
    private static int change(RecordType type, Map<String, ObjectNode> before, AnyRecords records) {
        before.forEach((id, values) -> {
            ObjectNode draft = records.draft(type, true);
            List.copyOf(draft.propertyNames()).stream()
                    .filter(name -> isEmpty(values.path(name))
                            || values.path(name).path("deleted").asBoolean(false))
                    .forEach(draft::remove);
            if (type.plural().equals("tasks")) {
                // a task that comes again hands its recurrence on when it is done
                draft.remove("status");
            }
            written("PATCH", "/" + type + "/" + id, draft);
        });
        Map<String, ObjectNode> after = contents(type, List.copyOf(before.keySet()));
        int changed = (int) before.keySet().stream()
                .filter(id -> !Objects.equals(before.get(id), after.get(id)))
                .count();
        assertThat(changed).isPositive();
        return changed;
    }

    /** Written without what the rules of the type refuse. */
    private static Answer written(String method, String path, ObjectNode draft) {
        Answer answer = api.send(method, path, draft.toString());
        for (int again = 0; again < 5 && answer.status() == 422; again++) {
            for (JsonNode error : answer.get("errors")) {
                draft.remove(
                        error.path("field").asString().replaceFirst("^/", "").replaceFirst("[/.\\[].*", ""));
            }
            answer = api.send(method, path, draft.toString());
        }
        return answer.expect(method.equals("POST") ? 201 : 200);
    }

    private static void invite(String meeting) {
        JsonNode contacts = world.type("contacts");
        String contact = world.make(contacts, world.sound(contacts));
        for (String who : List.of("\"contact\": \"" + contact, "\"user\": \"" + world.user())) {
            api.post("/meeting-participants", "{\"meeting\": \"%s\", %s\"}".formatted(meeting, who))
                    .expect(201);
        }
    }

    /** What people write of each record. */
    private static Map<String, ObjectNode> contents(RecordType type, List<String> ids) {
        Map<String, ObjectNode> contents = new LinkedHashMap<>();
        for (JsonNode record : api.get("/" + type + "?limit=200", "filter", these(ids))
                .expect(200)
                .data()) {
            ObjectNode values = JsonNodeFactory.instance.objectNode();
            written(type).forEach(field -> values.set(field.name(), record.path(field.name())));
            contents.put(record.path("id").asString(), values);
        }
        assertThat(contents).hasSize(ids.size());
        return contents;
    }

    private static List<String> empty(RecordType type, Collection<ObjectNode> records) {
        return written(type)
                .map(Field::name)
                .filter(name -> records.stream().allMatch(record -> isEmpty(record.path(name))))
                .toList();
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull() || value.isMissingNode() || value.isContainer() && value.isEmpty();
    }

    private static Stream<Field<?>> written(RecordType type) {
        return type.fields().stream().filter(field -> !field.is(Field.Flag.READ_ONLY));
    }

    private static String exported(RecordType type, List<String> ids) {
        String request = "{\"type\": \"%s\", \"safe\": false, \"filter\": %s}".formatted(type, these(ids));
        Answer done =
                finished("/exports/" + api.post("/exports", request).expect(202).id());
        assertThat(done.text("status")).as(done.text()).isEqualTo("done");
        return api.get("/exports/" + done.id() + "/file").expect(200).text();
    }

    private static Answer imported(RecordType type, String file) {
        Map<String, String> parts =
                Map.of("type", type.plural(), "options", "{\"matchOn\": [\"id\"], \"onDuplicate\": \"update\"}");
        return finished("/imports/"
                + api.upload("/imports", "again.csv", file.getBytes(StandardCharsets.UTF_8), parts)
                        .expect(202)
                        .id());
    }

    private static Answer finished(String path) {
        return await().pollDelay(Duration.ofMillis(10))
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> api.get(path).expect(200),
                        answer -> !answer.text("status").matches("queued|running"));
    }

    private static List<Integer> figures(Answer done) {
        return Stream.of("rows", "updated", "skipped", "failed")
                .map(name -> done.get(name).intValue())
                .toList();
    }

    private static int changes(Answer done) {
        String changeSet = done.text("changeSet");
        return changeSet.isEmpty()
                ? 0
                : api.get("/change-sets/" + changeSet)
                        .expect(200)
                        .get("records")
                        .intValue();
    }

    private static String failures(Answer done) {
        return done.text() + "\n"
                + api.get("/imports/" + done.id() + "/failures").text() + "\n";
    }

    private static String these(List<String> ids) {
        return "{\"field\": \"id\", \"op\": \"in\", \"value\": "
                + ids.stream().collect(Collectors.joining("\", \"", "[\"", "\"]")) + "}";
    }

    /** A type that an administrator made, with a field of every kind there is to choose from. */
    private static String typeOfEveryOwnField() {
        String fields = OwnFieldTypes.KEYS.stream()
                .map(key -> """
                        {"name": "a_%1$s", "type": "%1$s", "label": "فیلد %1$s"%2$s}""".formatted(
                                key,
                                switch (key) {
                                    case "reference" -> ", \"target\": \"accounts\"";
                                    case "choice", "multiChoice" ->
                                        ", \"options\": [{\"key\": \"a\", \"label\": {\"fa\": \"یک\", \"en\": \"one\"}}, {\"key\": \"دو؛ سه\"}, {\"key\": \"b,c\"}]";
                                    default -> "";
                                }))
                .collect(Collectors.joining(", "));
        return api.post(
                        "/meta/types",
                        "{\"name\": \"%s\", \"label\": \"جورواجور\", \"fields\": [%s]}".formatted(Mark.fresh(), fields))
                .expect(201)
                .text("name");
    }
}
