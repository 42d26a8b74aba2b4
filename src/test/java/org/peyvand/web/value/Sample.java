package org.peyvand.web.value;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Messages;
import org.peyvand.locale.Money;
import org.peyvand.locale.Presentation;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Address;
import org.peyvand.record.field.ContactPoint;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.MultiChoiceType;
import org.peyvand.record.field.Option;
import org.peyvand.record.field.TagsType;
import org.peyvand.record.query.RecordName;
import org.peyvand.setting.Settings;
import org.peyvand.web.Assets;
import org.peyvand.web.Look;
import org.peyvand.web.Page;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** A type with a field of every kind, a value for each, and a reader. */
final class Sample {

    static final Messages MESSAGES = new Messages();
    static final UUID ACCOUNT = UUID.fromString("01936f6c-0000-7000-8000-000000000001");
    static final RecordRef REF = new RecordRef("accounts", ACCOUNT);
    static final Map<RecordRef, RecordName> NAMES = Map.of(REF, new RecordName(REF, "پخش البرز", false, false));
    static final Settings SETTINGS = new Settings(
            URI.create("http://localhost"),
            Optional.empty(),
            Locale.of("fa"),
            Presentation.TEHRAN,
            Currency.getInstance("IRR"),
            Settings.Demo.NONE,
            Optional.empty());

    static final RecordType TYPE = RecordType.named("sample", "samples")
            .fields(
                    Field.text("name").required(),
                    Field.longText("story"),
                    Field.email("email"),
                    Field.phone("mobile"),
                    Field.url("website"),
                    Field.integer("size"),
                    Field.decimal("weight"),
                    Field.percent("share"),
                    Field.money("amount"),
                    Field.bool("active"),
                    Field.date("due"),
                    Field.instant("at"),
                    Field.choice("status", "open", "done").labelled(label("وضعیت")),
                    Field.of(
                            "industry",
                            org.peyvand.record.field.ChoiceType.of(List.of(new Option("food", "غذایی", "Food")), true)),
                    Field.of("colours", new MultiChoiceType(List.of(Option.of("red"), Option.of("green")))),
                    Field.reference("account", "accounts"),
                    Field.anyReference("regarding"),
                    Field.emails("emails"),
                    Field.phones("phones"),
                    Field.addresses("addresses"),
                    Field.of("labels", new TagsType()))
            .build();

    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final Pattern INPUT = Pattern.compile("<input([^>]*)>");
    private static final Pattern TEXTAREA = Pattern.compile("<textarea([^>]*)>([^<]*)</textarea>");
    private static final Pattern SELECT = Pattern.compile("<select([^>]*)>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern CHOSEN = Pattern.compile("<option value=\"([^\"]*)\" selected>");
    private static final Pattern TEMPLATE = Pattern.compile("<template>.*?</template>", Pattern.DOTALL);

    private Sample() {}

    private static Field.Label label(String fa) {
        return new Field.Label(fa, null);
    }

    static Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("name", "شرکت \"آرمان\" & پسران");
        values.put("story", "یک\nدو");
        values.put("email", "a@b.ir");
        values.put("mobile", "+989123456789");
        values.put("website", "https://example.ir");
        values.put("size", 1385L);
        values.put("weight", new BigDecimal("12.50"));
        values.put("share", new BigDecimal("25"));
        values.put("amount", new Money(new BigDecimal("12500000"), "IRR"));
        values.put("active", true);
        values.put("due", LocalDate.of(2026, 11, 22));
        values.put("at", Instant.parse("2026-11-22T10:30:00Z"));
        values.put("status", "open");
        values.put("industry", "food");
        values.put("colours", List.of("green"));
        values.put("account", ACCOUNT);
        values.put("regarding", REF);
        values.put("emails", List.of(ContactPoint.primary("a@b.ir", "work")));
        values.put(
                "phones",
                List.of(
                        ContactPoint.primary("+989123456789", "mobile"),
                        ContactPoint.primary("+982188776655", "work")));
        values.put(
                "addresses",
                List.of(new Address("main", "ایران", "تهران", "ری", null, "نخلستان", "۴۲", null, "1234567890")));
        values.put("labels", List.of("مهم", "نمایشگاه"));
        return values;
    }

    static Page page(String language) {
        return new Page(
                Presentation.of(Locale.of(language)),
                MESSAGES,
                new Assets(new ResourceUrlProvider()),
                null,
                List.of(),
                new Look("system", "normal"),
                "/samples",
                "token",
                null,
                null);
    }

    static String render(String template, Map<String, Object> model) {
        var output = new StringOutput();
        ENGINE.render(template, model, output);
        return output.toString();
    }

    /** What a browser sends for a form that nobody touched. */
    static MultiValueMap<String, String> untouched(String html) {
        String form = TEMPLATE.matcher(html).replaceAll("");
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        INPUT.matcher(form).results().map(found -> found.group(1)).forEach(tag -> {
            String name = attribute(tag, "name");
            boolean unticked = "checkbox".equals(attribute(tag, "type")) && !tag.contains(" checked");
            if (name != null && !unticked) {
                sent.add(name, plain(attribute(tag, "value")));
            }
        });
        TEXTAREA.matcher(form)
                .results()
                .forEach(found -> sent.add(plain(attribute(found.group(1), "name")), plain(found.group(2))));
        SELECT.matcher(form).results().forEach(found -> {
            var chosen = CHOSEN.matcher(found.group(2));
            sent.add(plain(attribute(found.group(1), "name")), chosen.find() ? plain(chosen.group(1)) : "");
        });
        return sent;
    }

    private static @Nullable String attribute(String tag, String name) {
        var found = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1) : null;
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : org.springframework.web.util.HtmlUtils.htmlUnescape(text);
    }
}
