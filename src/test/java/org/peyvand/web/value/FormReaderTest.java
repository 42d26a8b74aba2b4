package org.peyvand.web.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyvand.locale.Money;
import org.peyvand.record.Labels;
import org.peyvand.record.field.Address;
import org.peyvand.record.field.ContactPoint;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.Draft;
import org.peyvand.web.Page;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class FormReaderTest {

    private static final Labels LABELS = new Labels(Sample.MESSAGES);
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T08:30:00Z"), ZoneOffset.UTC);

    private final Inputs inputs = new Inputs(LABELS, Sample.SETTINGS);
    private final FormReader reader = new FormReader(LABELS, Sample.SETTINGS, NOON);

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void untouchedFormWritesNothing(String language) {
        MultiValueMap<String, String> sent = Sample.untouched(form(language, Sample.values()));

        Draft draft = reader.touched(Sample.TYPE, Sample.TYPE.ownFields(), sent, Sample.page(language));

        assertThat(draft.values()).isEmpty();
        assertThat(draft.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void whatIsShownReadsBackAsTheSameValues(String language) {
        MultiValueMap<String, String> sent = Sample.untouched(form(language, Sample.values()));
        sent.keySet().stream()
                .filter(name -> name.startsWith("was."))
                .toList()
                .forEach(name -> sent.set(name, "other"));

        Draft draft = reader.touched(Sample.TYPE, Sample.TYPE.ownFields(), sent, Sample.page(language));

        assertThat(draft.problems()).isEmpty();
        Sample.TYPE
                .ownFields()
                .forEach(field -> assertThat(same(field, draft.values().get(field.name())))
                        .as(field.name() + " " + draft.values().get(field.name()))
                        .isTrue());
    }

    @Test
    void emptiedFieldsBecomeNull() {
        MultiValueMap<String, String> sent = Sample.untouched(form("fa", Sample.values()));
        sent.set("amount", "");
        sent.set("account", "");
        sent.set("account.text", "");

        Draft draft = reader.touched(Sample.TYPE, Sample.TYPE.ownFields(), sent, Sample.page("fa"));

        assertThat(draft.values()).containsOnlyKeys("amount", "account").containsValue(null);
    }

    @Test
    void allProblemsAreCollected() {
        MultiValueMap<String, String> sent = Sample.untouched(form("fa", Sample.values()));
        sent.set("due", "روزی روزگاری");
        sent.set("email", "no address");

        Draft draft = reader.touched(Sample.TYPE, Sample.TYPE.ownFields(), sent, Sample.page("fa"));

        assertThat(draft.problems()).extracting("field").containsExactly("email", "due");
    }

    @Test
    void typedWordsMeanWhatPeopleMean() {
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>(Map.of(
                "due", List.of("فردا"),
                "amount", List.of("۱۲٬۵۰۰"),
                "industry", List.of("غذایی"),
                "at", List.of("۱۴۰۵/۹/۲")));

        Draft draft = reader.sent(Sample.TYPE, Sample.TYPE.ownFields(), sent, Sample.page("fa"));

        assertThat(draft.values())
                .containsEntry("due", LocalDate.of(2026, 11, 23))
                .containsEntry("amount", Money.rials(125_000))
                .containsEntry("industry", "food")
                .containsEntry("at", Instant.parse("2026-11-23T05:30:00Z"));
    }

    @Test
    void unseenPartsOfAnAddressSurviveAnEdit() {
        MultiValueMap<String, String> sent = Sample.untouched(form("fa", Sample.values()));
        sent.set("addresses.city", "ورامین");

        Draft draft = reader.touched(Sample.TYPE, Sample.TYPE.ownFields(), sent, Sample.page("fa"));

        assertThat((List<?>) draft.values().get("addresses"))
                .extracting(each -> ((Address) each).city() + " " + ((Address) each).plaque())
                .containsExactly("ورامین ۴۲");
    }

    @Test
    void anAddedNumberJoinsTheOthers() {
        MultiValueMap<String, String> sent = Sample.untouched(form("fa", Sample.values()));
        sent.add("phones.value", "۰۲۱ ۲۲۳۳ ۴۴۵۵");
        sent.add("phones.type", "");
        sent.add("phones.marks", "");

        Draft draft = reader.touched(Sample.TYPE, Sample.TYPE.ownFields(), sent, Sample.page("fa"));

        assertThat((List<?>) draft.values().get("phones"))
                .extracting(each -> ((ContactPoint) each).value())
                .containsExactly("+989123456789", "+982188776655", "+982122334455");
    }

    @SuppressWarnings("unchecked")
    private static <T> boolean same(Field<T> field, @Nullable Object value) {
        return field.type().same((T) value, (T) Sample.values().get(field.name()));
    }

    private String form(String language, Map<String, @Nullable Object> values) {
        Page page = Sample.page(language);
        var html = new StringBuilder();
        Sample.TYPE.ownFields().forEach(field -> {
            Input input = inputs.input(Sample.TYPE, field, values.get(field.name()), Sample.NAMES, page);
            html.append(Sample.render("web/value/input.jte", Map.of("page", page, "input", input)));
        });
        return html.toString();
    }
}
