package org.peyvand.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.AddressesType;
import org.peyvand.record.field.AnyReferenceType;
import org.peyvand.record.field.BooleanType;
import org.peyvand.record.field.ChoiceType;
import org.peyvand.record.field.ContactPointsType;
import org.peyvand.record.field.DateType;
import org.peyvand.record.field.DecimalType;
import org.peyvand.record.field.EmailType;
import org.peyvand.record.field.ExternalKeysType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.InstantType;
import org.peyvand.record.field.IntegerType;
import org.peyvand.record.field.JsonType;
import org.peyvand.record.field.LongTextType;
import org.peyvand.record.field.MoneyType;
import org.peyvand.record.field.MultiChoiceType;
import org.peyvand.record.field.Option;
import org.peyvand.record.field.PercentType;
import org.peyvand.record.field.PhoneType;
import org.peyvand.record.field.RecurrenceType;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.field.TagsType;
import org.peyvand.record.field.TextType;
import org.peyvand.record.field.UrlType;
import org.peyvand.record.field.UuidType;
import org.peyvand.testing.Mark;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Drafts of any type with values of every kind, the awkward ones first; the rules of a type may refuse some of them. */
final class AnyRecords {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<String> WORDS = List.of(
            "=1+1",
            "+cmd|' /C calc'!A0",
            "-2+3",
            "@SUM(A1)",
            "\"quoted\", with comma; and semicolon",
            "می‌خواهم ۱۲۳، «گیومه»؛",
            "'apostrophe",
            "[bracket] {brace}",
            "back\\slash \\n | pipe",
            "null",
            "راست‏چین café 😀");

    private static final List<String> RECURRENCES = List.of(
            "FREQ=DAILY",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SA",
            "RSCALE=PERSIAN;FREQ=MONTHLY;BYMONTHDAY=1;COUNT=5",
            "RSCALE=PERSIAN;FREQ=MONTHLY;BYDAY=-1FR;UNTIL=23271231");

    private static final List<String> MOMENTS =
            List.of("1601-01-01T00:00:00Z", "2400-12-31T23:59:59.999999Z", "2026-03-21T00:00:00.000001+03:30");

    private static final List<String> DAYS = List.of("1601-01-01", "2400-12-31", "2028-02-29", "1403-12-30");

    /** Only one record may say this of itself, and what it says counts for everybody. */
    private static final Set<String> NEVER = Set.of("pipelines.default", "work-calendars.main");

    private final NearAndFar world;
    private final Random random;
    private final String mark = Mark.fresh();
    private final Map<String, List<String>> targets = new HashMap<>();
    private final List<String> passing = new ArrayList<>();
    private int count;

    AnyRecords(NearAndFar world, long seed) {
        this.world = world;
        this.random = new Random(seed);
    }

    /** With a value for every field that is written, or for most of them. */
    ObjectNode draft(RecordType type, boolean whole) {
        ObjectNode draft = NODES.objectNode();
        for (Field<?> field : type.fields()) {
            boolean needed = field.is(Field.Flag.REQUIRED) || field.name().equals("lastName");
            boolean wanted = whole || needed || random.nextInt(4) > 0;
            if (wanted && !field.is(Field.Flag.READ_ONLY)) {
                draft.set(field.name(), value(type, field, draft));
            }
        }
        if (type.plural().equals("opportunities")) {
            // the stage says the pipeline
            draft.remove("pipeline");
            draft.put("stage", target("stages"));
        }
        inOrder(draft, "startDate", "endDate");
        inOrder(draft, "startAt", "endAt");
        return draft;
    }

    /** Puts the records into the bin that others were to lose sight of. */
    void bin() {
        passing.forEach(record -> world.administrator().delete("/" + record).expect(204));
        passing.clear();
    }

    private static void inOrder(ObjectNode draft, String first, String second) {
        if (draft.has(first) && draft.has(second)) {
            JsonNode one = draft.get(first);
            JsonNode other = draft.get(second);
            if (order(one).compareTo(order(other)) > 0) {
                draft.set(first, other);
                draft.set(second, one);
            }
        }
    }

    private static String order(JsonNode time) {
        String text = time.asString();
        return text.startsWith("1403") ? "2025" : text;
    }

    private JsonNode value(RecordType type, Field<?> field, ObjectNode draft) {
        count++;
        return switch (type.plural() + "." + field.name()) {
            case "accounts.nationalId" ->
                text(draft.path("kind").asString("").equals("individual") ? "0084575948" : "10380284790");
            case "accounts.economicCode" -> text("41111111111119");
            case "accounts.foundedYear" -> NODES.numberNode(1300 + small());
            case "contacts.nationalCode" -> text("0084575948");
            case "leads.status" -> text(pick(List.of("new", "working", "qualified", "unqualified")));
            case "holidays.day" ->
                text(LocalDate.of(2350, 1, 1).plusDays(random.nextInt(18_000)).toString());
            case "work-calendars.timeZone", "users.timeZone" -> text("Asia/Tehran");
            case "work-calendars.saturday",
                    "work-calendars.sunday",
                    "work-calendars.monday",
                    "work-calendars.tuesday",
                    "work-calendars.wednesday",
                    "work-calendars.thursday",
                    "work-calendars.friday" -> text("08:00-12:00,13:%02d-17:00".formatted(random.nextInt(60)));
            case "views.type" -> text("accounts");
            case "views.filter" ->
                NODES.objectNode().put("field", "name").put("op", "contains").put("value", words());
            case "views.columns" -> NODES.arrayNode().add("name").add("email");
            case "views.sort" -> text("-createdAt,name");
            default -> NEVER.contains(type.plural() + "." + field.name()) ? NODES.booleanNode(false) : any(field);
        };
    }

    /** Every kind of value there is. */
    private JsonNode any(Field<?> field) {
        return switch (field.type()) {
            case TextType text -> text(words());
            case LongTextType text -> text(words() + "\nسطر «دو»\n\n" + words());
            case UrlType url -> text("https://example.ir/" + count + "?a=b,c;d&e=%D8%A7#\"".replace("\"", "x"));
            case EmailType email -> text("Some.One+" + count + "@" + mark + ".example.ir");
            case PhoneType phone ->
                text(field.name().equals("mobile") ? mobile() : "+9821" + (80_000_000 + random.nextInt(9_999_999)));
            case ContactPointsType points -> points(points);
            case AddressesType addresses -> addresses();
            case BooleanType bool -> NODES.booleanNode(random.nextBoolean());
            case ChoiceType choice -> choice(choice);
            case MultiChoiceType choice -> choices(choice.options());
            case DateType date ->
                text(
                        random.nextBoolean()
                                ? pick(DAYS)
                                : LocalDate.of(1900, 1, 1)
                                        .plusDays(random.nextInt(80_000))
                                        .toString());
            case InstantType instant ->
                text(
                        random.nextBoolean()
                                ? pick(MOMENTS)
                                : Instant.ofEpochSecond(random.nextInt(), 1_000L * random.nextInt(1_000_000))
                                        .toString());
            case IntegerType integer -> NODES.numberNode(field.is(Field.Flag.OWN) ? random.nextInt() : small());
            case DecimalType decimal -> text("-" + random.nextInt(1_000_000) + ".12345678901234567890");
            case PercentType percent -> text(random.nextInt(100) + ".25");
            case MoneyType money -> money();
            case RecurrenceType recurrence -> text(pick(RECURRENCES));
            case ReferenceType reference -> text(target(reference.target()));
            case AnyReferenceType reference ->
                NODES.objectNode().put("type", "accounts").put("id", target("accounts"));
            case TagsType tags -> NODES.arrayNode().add("برچسب " + mark).add("tag;" + mark + "، " + random.nextInt(9));
            case ExternalKeysType keys ->
                NODES.objectNode().put("sap", words()).put("old.crm", "\"" + words() + "\";,");
            case JsonType json -> throw new IllegalStateException("what its module reads in " + field);
            case UuidType uuid -> throw new IllegalStateException("whatever " + field + " names");
        };
    }

    private String words() {
        return pick(WORDS) + " " + mark + " " + ++count;
    }

    private int small() {
        return 1 + random.nextInt(90);
    }

    private String mobile() {
        return "+98912" + (1_000_000 + random.nextInt(8_999_999));
    }

    private JsonNode money() {
        return random.nextBoolean()
                ? NODES.objectNode()
                        .put("amount", 1_000 + random.nextInt(1_000_000))
                        .put("currency", "IRR")
                : NODES.objectNode()
                        .put("amount", random.nextInt(1_000) + ".50")
                        .put("currency", "USD");
    }

    private JsonNode choice(ChoiceType choice) {
        boolean free = choice.options().isEmpty() || choice.isOpen() && random.nextInt(3) == 0;
        return text(free ? words() : pick(choice.options()).key());
    }

    private JsonNode choices(List<Option> options) {
        ArrayNode chosen = NODES.arrayNode();
        for (int i = options.size() - 1; i >= 0; i--) {
            if (i == 0 || random.nextBoolean()) {
                chosen.add(options.get(i).key());
            }
        }
        return chosen;
    }

    private JsonNode points(ContactPointsType type) {
        ArrayNode points = NODES.arrayNode();
        for (String kind : List.of("work", "mobile", "home", "ویژه؛ «دیگر»", "work")) {
            String value = type.kind() == ContactPointsType.Kind.EMAILS
                    ? kind.length() + "of" + ++count + "@" + mark + ".example.ir"
                    : mobile();
            points.addObject()
                    .put("value", value)
                    .put("type", kind)
                    .put("primary", random.nextInt(3) == 0)
                    .put("optOut", random.nextBoolean())
                    .put("invalid", random.nextBoolean());
        }
        return points;
    }

    private JsonNode addresses() {
        ArrayNode addresses = NODES.arrayNode();
        addresses
                .addObject()
                .put("type", "main")
                .put("country", "ایران")
                .put("province", words())
                .put("city", words())
                .put("district", words())
                .put("street", "خیابان «یک»\n" + words())
                .put("plaque", "۱۲/۱")
                .put("unit", "3")
                .put("postalCode", "1234567890");
        addresses.addObject().put("type", "billing").put("street", words());
        return addresses;
    }

    /** One of several records, two of one name and one that will be in the bin. */
    private String target(String plural) {
        return switch (plural) {
            case "users" -> world.user();
            case "teams" -> pick(targets.computeIfAbsent(plural, none -> List.of(team(), team())));
            default -> pick(targets.computeIfAbsent(plural, this::some));
        };
    }

    private List<String> some(String plural) {
        if (!Set.of("accounts", "contacts").contains(plural)) {
            return List.of(made(plural), made(plural));
        }
        JsonNode type = world.type(plural);
        ObjectNode twin = world.sound(type);
        List<String> ids =
                List.of(world.make(type, twin), world.make(type, twin), world.make(type, twin), made(plural));
        passing.add(plural + "/" + ids.getFirst());
        passing.add(plural + "/" + ids.getLast());
        return ids;
    }

    private String made(String plural) {
        JsonNode type = world.type(plural);
        return world.make(type, world.sound(type));
    }

    private String team() {
        return world.administrator()
                .post("/teams", "{\"name\": \"تیم %s %d\"}".formatted(mark, ++count))
                .expect(201)
                .id();
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static JsonNode text(String words) {
        return NODES.stringNode(words);
    }
}
