package org.peyvand.api;

import java.util.Collection;
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
import org.peyvand.record.field.FieldType;
import org.peyvand.record.field.InstantType;
import org.peyvand.record.field.IntegerType;
import org.peyvand.record.field.JsonType;
import org.peyvand.record.field.LongTextType;
import org.peyvand.record.field.MoneyType;
import org.peyvand.record.field.MultiChoiceType;
import org.peyvand.record.field.PercentType;
import org.peyvand.record.field.PhoneType;
import org.peyvand.record.field.RecurrenceType;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.field.TagsType;
import org.peyvand.record.field.TextType;
import org.peyvand.record.field.UrlType;
import org.peyvand.record.field.UuidType;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schemas of records and of what calls exchange. */
final class OpenApiSchemas {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private OpenApiSchemas() {}

    /** The schemas every document has. */
    static void shared(ObjectNode schemas) {
        schemas.set("Problem", problem());
        schemas.set(
                "Money",
                object(new String[] {"amount", "currency"})
                        .put("description", "A decimal in major units with an ISO 4217 code"));
        ObjectNode money = properties(schemas, "Money");
        money.set("amount", type("number"));
        money.set("currency", type("string").put("pattern", "^[A-Z]{3}$"));
        schemas.set("Reference", object(new String[] {"id"}));
        ObjectNode reference = properties(schemas, "Reference");
        reference.set("id", nullable("string").put("format", "uuid"));
        reference.set("type", type("string"));
        reference.set("name", nullable("string"));
        reference.set("hidden", type("boolean"));
        reference.set("deleted", type("boolean"));
        schemas.set("ContactPoint", object(new String[] {"value"}));
        ObjectNode point = properties(schemas, "ContactPoint");
        point.set("value", type("string"));
        point.set("type", type("string"));
        for (String flag : new String[] {"primary", "optOut", "invalid"}) {
            point.set(flag, type("boolean"));
        }
        schemas.set("Address", object(new String[] {}));
        ObjectNode address = properties(schemas, "Address");
        for (String part : new String[] {
            "type", "country", "province", "city", "district", "street", "plaque", "unit", "postalCode"
        }) {
            address.set(part, type("string"));
        }
        schemas.set("Candidate", candidate());
        schemas.set("Count", object(new String[] {"count", "capped"}));
        ObjectNode count = properties(schemas, "Count");
        count.set("count", type("integer"));
        count.set("capped", type("boolean"));
    }

    /** A record that a draft may be again, with what speaks for it. */
    private static ObjectNode candidate() {
        ObjectNode candidate = object(new String[] {"type", "id", "name", "score", "reasons", "record"});
        ObjectNode properties = (ObjectNode) candidate.get("properties");
        properties.set("type", type("string"));
        properties.set("id", type("string").put("format", "uuid"));
        properties.set("name", nullable("string"));
        properties.set("score", type("number"));
        ObjectNode reason = object(new String[] {"kind", "field"});
        ((ObjectNode) reason.get("properties")).set("kind", type("string"));
        ((ObjectNode) reason.get("properties")).set("field", type("string"));
        properties.set("reasons", list(reason));
        properties.set("record", type("object"));
        return candidate;
    }

    /** What a read of the type answers: every visible field, each present and perhaps null. */
    static ObjectNode read(Collection<Field<?>> fields) {
        ObjectNode schema = object(new String[] {"id", "version"});
        ObjectNode properties = (ObjectNode) schema.get("properties");
        fields.forEach(field -> properties.set(field.name(), value(field, true)));
        properties.set("deleted", type("boolean"));
        return schema;
    }

    /** What a write of the type takes. */
    static ObjectNode write(Collection<Field<?>> fields) {
        ObjectNode schema = object(new String[] {});
        ObjectNode properties = (ObjectNode) schema.get("properties");
        properties.set("id", type("string").put("format", "uuid"));
        fields.forEach(field -> properties.set(field.name(), value(field, false)));
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode value(Field<?> field, boolean read) {
        return switch (field.type()) {
            case ReferenceType reference when read -> orNull("Reference");
            case AnyReferenceType reference when read -> orNull("Reference");
            case AnyReferenceType reference -> orNull("Reference");
            case MoneyType money -> orNull("Money");
            case FieldType<?> other
            when field.name().equals("id") || field.name().equals("version") -> plain(other);
            case FieldType<?> other -> nullable(plain(other));
        };
    }

    private static ObjectNode plain(FieldType<?> fieldType) {
        return switch (fieldType) {
            case TextType text -> type("string").put("maxLength", 1_000);
            case LongTextType text -> type("string").put("maxLength", 100_000);
            case UrlType url -> type("string").put("maxLength", 2_000);
            case EmailType email -> type("string").put("maxLength", 254);
            case PhoneType phone -> type("string").put("description", "E.164; any usual form is taken");
            case ChoiceType choice -> choice(choice);
            case DateType date -> type("string").put("description", "ISO 8601; a Jalali date is taken too");
            case InstantType instant -> type("string").put("format", "date-time");
            case RecurrenceType again ->
                type("string")
                        .put("description", "A rule of RFC 5545, with RSCALE of RFC 7529 for the Jalali calendar");
            case BooleanType bool -> type("boolean");
            case IntegerType integer -> type("integer");
            case DecimalType decimal -> type("number");
            case PercentType percent -> type("number").put("description", "25 is 25 %");
            case MoneyType money -> ref("Money");
            case ReferenceType reference ->
                type("string").put("format", "uuid").put("description", "The id of one of " + reference.target());
            case AnyReferenceType reference -> ref("Reference");
            case UuidType id -> type("string").put("format", "uuid");
            case ContactPointsType points -> list(ref("ContactPoint"));
            case AddressesType addresses -> list(ref("Address"));
            case TagsType tags -> list(type("string"));
            case MultiChoiceType choices -> list(type("string"));
            case ExternalKeysType keys -> {
                ObjectNode map = type("object");
                map.set("additionalProperties", nullable("string"));
                yield map;
            }
            case JsonType json -> NODES.objectNode();
        };
    }

    private static ObjectNode choice(ChoiceType choice) {
        ObjectNode schema = type("string");
        if (!choice.isOpen()) {
            ArrayNode keys = schema.putArray("enum");
            choice.options().forEach(option -> keys.add(option.key()));
        }
        return schema;
    }

    private static ObjectNode problem() {
        ObjectNode schema = object(new String[] {"type", "title", "status", "detail", "code"});
        ObjectNode properties = (ObjectNode) schema.get("properties");
        for (String name : new String[] {"type", "title", "detail", "code"}) {
            properties.set(name, type("string"));
        }
        properties.set("status", type("integer"));
        ObjectNode error = object(new String[] {"field", "code", "message"});
        for (String name : new String[] {"field", "code", "message"}) {
            ((ObjectNode) error.get("properties")).set(name, type("string"));
        }
        properties.set("errors", list(error));
        ObjectNode conflict = object(new String[] {"field"});
        ObjectNode field = ((ObjectNode) conflict.get("properties")).putObject("field");
        field.putArray("type").add("string").add("null");
        properties.set("conflicts", list(conflict));
        return schema;
    }

    static ObjectNode type(String name) {
        return NODES.objectNode().put("type", name);
    }

    static ObjectNode ref(String schema) {
        return NODES.objectNode().put("$ref", "#/components/schemas/" + schema);
    }

    static ObjectNode list(ObjectNode items) {
        ObjectNode schema = type("array");
        schema.set("items", items);
        return schema;
    }

    static ObjectNode object(String[] required) {
        ObjectNode schema = type("object");
        schema.putObject("properties");
        if (required.length > 0) {
            ArrayNode names = schema.putArray("required");
            for (String name : required) {
                names.add(name);
            }
        }
        return schema;
    }

    /** The schema's name of a type: {@code account-contacts} is {@code AccountContact}, {@code x-boats} is {@code XBoat}. */
    static String name(RecordType type) {
        StringBuilder name = new StringBuilder();
        for (String word : type.name().split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    private static ObjectNode nullable(String name) {
        return nullable(type(name));
    }

    private static ObjectNode nullable(ObjectNode schema) {
        if (schema.get("type") == null) {
            return schema;
        }
        ArrayNode both = NODES.arrayNode();
        both.add(schema.get("type").stringValue());
        both.add("null");
        schema.set("type", both);
        if (schema.get("enum") instanceof ArrayNode keys) {
            keys.addNull();
        }
        return schema;
    }

    private static ObjectNode orNull(String schema) {
        ObjectNode either = NODES.objectNode();
        ArrayNode forms = either.putArray("oneOf");
        forms.add(ref(schema));
        forms.add(type("null"));
        if (schema.equals("Reference")) {
            forms.add(type("string").put("format", "uuid"));
        }
        return either;
    }

    private static ObjectNode properties(ObjectNode schemas, String name) {
        return (ObjectNode) schemas.get(name).get("properties");
    }
}
