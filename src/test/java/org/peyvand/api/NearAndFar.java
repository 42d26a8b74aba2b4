package org.peyvand.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.testing.Api;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestProgram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A user, a stranger, and records of any type that stand near to the user or far, made by calls from the metadata alone. */
final class NearAndFar {

    /** Where a record stands to the user. */
    enum Nearness {
        OWN,
        TEAM,
        TEAM_BELOW,
        STRANGE,
        SHARED,
        SHARED_WRITABLE,
        SHARED_WITH_TEAM
    }

    /** How far a role reaches. */
    enum Scope {
        NONE("none"),
        OWN("own"),
        TEAM("team"),
        TEAMS_BELOW("teams-below"),
        ALL("all");

        private final String key;

        Scope(String key) {
            this.key = key;
        }

        /** Of records that belong to somebody. */
        Set<Nearness> visible() {
            return switch (this) {
                case NONE -> EnumSet.noneOf(Nearness.class);
                case OWN ->
                    EnumSet.of(Nearness.OWN, Nearness.SHARED, Nearness.SHARED_WRITABLE, Nearness.SHARED_WITH_TEAM);
                case TEAM -> EnumSet.complementOf(EnumSet.of(Nearness.TEAM_BELOW, Nearness.STRANGE));
                case TEAMS_BELOW -> EnumSet.complementOf(EnumSet.of(Nearness.STRANGE));
                case ALL -> EnumSet.allOf(Nearness.class);
            };
        }

        Set<Nearness> writable() {
            return switch (this) {
                case NONE -> EnumSet.noneOf(Nearness.class);
                case OWN -> EnumSet.of(Nearness.OWN, Nearness.SHARED_WRITABLE);
                case TEAM -> EnumSet.of(Nearness.OWN, Nearness.SHARED_WRITABLE, Nearness.TEAM);
                case TEAMS_BELOW ->
                    EnumSet.of(Nearness.OWN, Nearness.SHARED_WRITABLE, Nearness.TEAM, Nearness.TEAM_BELOW);
                case ALL -> EnumSet.allOf(Nearness.class);
            };
        }
    }

    /** What everybody's work refers to is read by whoever has a role. */
    private static final Set<String> REFERRED_TO = Set.of("pipelines", "stages", "products");

    /** Views say themselves who sees them, and the others are written by calls of their own. */
    private static final Set<String> ON_THEIR_OWN = Set.of("users", "teams", "roles", "tags", "views");

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Api administrator = Api.of(TestProgram.shared());
    private final String mark = Mark.fresh();
    private final String team = team("");
    private final String teamBelow = team(", \"parent\": \"" + team + "\"");
    private final String teamElsewhere = team("");
    private final String user = person("near", team);
    private final String stranger = person("far", teamElsewhere);
    private final Map<Scope, String> roles = new EnumMap<>(Scope.class);
    private final Api api;

    NearAndFar() {
        String token = administrator
                .post("/users/" + user + "/tokens", "{\"name\": \"matrix\"}")
                .expect(201)
                .text("token");
        api = Api.of(TestProgram.shared(), token);
        for (Scope scope : Scope.values()) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            for (String operation : List.of("read", "create", "update", "delete", "export", "import")) {
                all.put(operation, scope.key);
            }
            roles.put(
                    scope,
                    administrator
                            .post(
                                    "/roles",
                                    "{\"name\": \"%s %s\", \"types\": {\"*\": %s}}".formatted(scope.key, mark, all))
                            .expect(201)
                            .id());
        }
    }

    Api administrator() {
        return administrator;
    }

    /** The user's program, now with a role of this reach. */
    Api userWith(Scope scope) {
        return userWith(Objects.requireNonNull(roles.get(scope)));
    }

    /** The user's program, now with this role alone. */
    Api userWith(String role) {
        administrator.put("/users/" + user + "/roles", "[\"" + role + "\"]").expect(200);
        return api;
    }

    String user() {
        return user;
    }

    /** What a user of this reach sees: records without an owner all or none. */
    Set<Nearness> visible(JsonNode type, Scope scope) {
        if (owned(type)) {
            return scope.visible();
        }
        boolean seen =
                scope != Scope.NONE || REFERRED_TO.contains(type.path("name").asString());
        return seen ? EnumSet.allOf(Nearness.class) : EnumSet.noneOf(Nearness.class);
    }

    /** What a user of this reach changes: records without an owner only when the role reaches everything. */
    Set<Nearness> writable(JsonNode type, Scope scope) {
        if (owned(type)) {
            return scope.writable();
        }
        return scope == Scope.ALL ? EnumSet.allOf(Nearness.class) : EnumSet.noneOf(Nearness.class);
    }

    boolean owned(JsonNode type) {
        return declared(type).is(RecordType.Flag.OWNED);
    }

    /** A record for every place it may stand at, each with further members. */
    Map<Nearness, String> records(JsonNode type, ObjectNode more) {
        Map<Nearness, String> records = new EnumMap<>(Nearness.class);
        for (Nearness near : Nearness.values()) {
            ObjectNode draft = sound(type);
            more.properties().forEach(member -> draft.set(member.getKey(), member.getValue()));
            records.put(near, make(type, owned(type) ? placed(draft, near) : draft));
        }
        if (owned(type)) {
            share(type, records);
        }
        return records;
    }

    /** A record in the bin, and a note of the user's that was written about it before. */
    record Binned(String id, String note) {}

    /** One of the user's and one of a stranger, put into the bin. */
    Map<Nearness, Binned> binned(JsonNode type, ObjectNode more) {
        Map<Nearness, Binned> binned = new EnumMap<>(Nearness.class);
        for (Nearness near : List.of(Nearness.OWN, Nearness.STRANGE)) {
            ObjectNode draft = sound(type);
            more.properties().forEach(member -> draft.set(member.getKey(), member.getValue()));
            String id = make(type, owned(type) ? placed(draft, near) : draft);
            String note = noteAbout(type, id);
            administrator.delete("/" + type.path("name").asString() + "/" + id).expect(204);
            binned.put(near, new Binned(id, note));
        }
        return binned;
    }

    /** A note that the user reads, whatever it is about. */
    String noteAbout(JsonNode type, String id) {
        ObjectNode note = JsonNodeFactory.instance.objectNode();
        note.put("body", "دربارهٔ آن").put("owner", user);
        note.putObject("regarding").set("type", type.path("name"));
        note.withObject("regarding").put("id", id);
        return administrator.post("/notes", note.toString()).expect(201).id();
    }

    /** The draft of a record that will stand there. */
    ObjectNode placed(ObjectNode draft, Nearness near) {
        draft.put("owner", near == Nearness.OWN ? user : stranger);
        draft.put(
                "team",
                switch (near) {
                    case TEAM -> team;
                    case TEAM_BELOW -> teamBelow;
                    case OWN, STRANGE, SHARED, SHARED_WRITABLE, SHARED_WITH_TEAM -> teamElsewhere;
                });
        return draft;
    }

    private void share(JsonNode type, Map<Nearness, String> records) {
        share(type, Objects.requireNonNull(records.get(Nearness.SHARED)), user, false);
        share(type, Objects.requireNonNull(records.get(Nearness.SHARED_WRITABLE)), user, true);
        share(type, Objects.requireNonNull(records.get(Nearness.SHARED_WITH_TEAM)), team, false);
    }

    String make(JsonNode type, ObjectNode draft) {
        return administrator
                .post("/" + type.path("name").asString(), draft.toString())
                .expect(201)
                .id();
    }

    /** The fewest values with which such a record may be; its title is a word of its own. */
    ObjectNode sound(JsonNode type) {
        ObjectNode draft = JsonNodeFactory.instance.objectNode();
        for (JsonNode field : type.path("fields")) {
            String name = field.path("name").asString();
            boolean title = name.equals(type.path("titleField").asString()) || name.equals("lastName");
            if (field.path("writable").asBoolean() && (field.path("required").asBoolean() || title)) {
                value(field, draft);
            }
        }
        if (type.path("name").asString().equals("work-calendars")) {
            draft.put("saturday", "08:00-12:00");
        }
        return draft;
    }

    private void value(JsonNode field, ObjectNode draft) {
        String name = field.path("name").asString();
        switch (field.path("type").asString()) {
            case "reference" -> {
                JsonNode target = type(field.path("target").asString());
                draft.put(name, make(target, sound(target)));
            }
            case "choice" -> draft.set(name, field.path("options").get(0).path("key"));
            case "date" ->
                draft.put(
                        name,
                        LocalDate.of(2030, 1, 1)
                                .plusDays(COUNT.incrementAndGet())
                                .toString());
            case "boolean" -> draft.put(name, false);
            case "text", "longText" -> draft.put(name, "چیز " + mark + " " + COUNT.incrementAndGet());
            default -> throw new IllegalStateException("a value for " + field);
        }
    }

    JsonNode type(String plural) {
        return administrator.get("/meta/types/" + plural).expect(200).body();
    }

    /** The types whose records may be written by calls of their own. */
    List<JsonNode> types() {
        List<JsonNode> types = new ArrayList<>();
        for (JsonNode type : administrator.get("/meta/types").expect(200).data()) {
            RecordType declared = declared(type);
            if (!declared.is(RecordType.Flag.GUARDED)
                    && !declared.is(RecordType.Flag.OWN)
                    && declared.belongsToField().isEmpty()
                    && !ON_THEIR_OWN.contains(declared.plural())) {
                types.add(type);
            }
        }
        return types;
    }

    private static RecordType declared(JsonNode type) {
        return TestProgram.shared()
                .bean(Models.class)
                .current()
                .type(type.path("name").asString());
    }

    private void share(JsonNode type, String id, String grantee, boolean writable) {
        administrator
                .put(
                        "/%s/%s/shares/%s".formatted(type.path("name").asString(), id, grantee),
                        "{\"writable\": " + writable + "}")
                .expect(204);
    }

    private String team(String more) {
        return administrator
                .post("/teams", "{\"name\": \"تیم %s %d\"%s}".formatted(mark, COUNT.incrementAndGet(), more))
                .expect(201)
                .id();
    }

    private String person(String name, String ofTeam) {
        return administrator
                .post("/users", """
                        {"name": "%1$s %2$s", "email": "%1$s-%2$s@example.ir", "team": "%3$s", "roles": []}""".formatted(name, mark, ofTeam))
                .expect(201)
                .id();
    }
}
