package org.peyvand.record.overlay;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.field.BooleanType;
import org.peyvand.record.field.ChoiceType;
import org.peyvand.record.field.DateType;
import org.peyvand.record.field.DecimalType;
import org.peyvand.record.field.EmailType;
import org.peyvand.record.field.FieldType;
import org.peyvand.record.field.InstantType;
import org.peyvand.record.field.IntegerType;
import org.peyvand.record.field.LongTextType;
import org.peyvand.record.field.MoneyType;
import org.peyvand.record.field.MultiChoiceType;
import org.peyvand.record.field.Option;
import org.peyvand.record.field.PercentType;
import org.peyvand.record.field.PhoneType;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.field.TextType;
import org.peyvand.record.field.UrlType;

/** The field types an administrator may choose from, by key. */
public final class OwnFieldTypes {

    /** In the order in which a form offers them. */
    public static final List<String> KEYS = List.of(
            "text",
            "longText",
            "integer",
            "decimal",
            "percent",
            "money",
            "date",
            "instant",
            "boolean",
            "choice",
            "multiChoice",
            "reference",
            "email",
            "phone",
            "url");

    private OwnFieldTypes() {}

    static Optional<FieldType<?>> of(String key, List<Option> options, @Nullable String target) {
        FieldType<?> type = switch (key) {
            case "text" -> new TextType();
            case "longText" -> new LongTextType();
            case "integer" -> new IntegerType();
            case "decimal" -> new DecimalType();
            case "percent" -> new PercentType();
            case "money" -> new MoneyType();
            case "date" -> new DateType();
            case "instant" -> new InstantType();
            case "boolean" -> new BooleanType();
            case "choice" -> ChoiceType.of(options, options.isEmpty());
            case "multiChoice" -> new MultiChoiceType(options);
            case "reference" -> target == null ? null : new ReferenceType(target, null);
            case "email" -> new EmailType();
            case "phone" -> new PhoneType();
            case "url" -> new UrlType();
            default -> null;
        };
        return Optional.ofNullable(type);
    }
}
