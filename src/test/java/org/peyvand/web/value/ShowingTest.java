package org.peyvand.web.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peyvand.record.Labels;
import org.peyvand.record.RecordRef;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.query.RecordName;

class ShowingTest {

    private final Showing showing = new Showing(new Labels(Sample.MESSAGES), tag -> tag.equals("VIP") ? "gold" : "");
    private final StoredRecord record = new StoredRecord(Sample.TYPE, Sample.ACCOUNT, 1, false, Sample.values());

    @Test
    void numbersAreLinksReadFromTheLeft() {
        assertThat(html("mobile", "fa")).contains("href=\"tel:+989123456789\"", "dir=\"ltr\"", "۰۹۱۲ ۳۴۵ ۶۷۸۹");
    }

    @Test
    void referencesLeadToTheirRecordUnlessHidden() {
        assertThat(html("account", "fa")).contains("href=\"/accounts/" + Sample.ACCOUNT, "<bdi>پخش البرز</bdi>");
        assertThat(html("account", "fa", Map.of(Sample.REF, new RecordName(Sample.REF, null, true, false))))
                .contains("برای شما دیدنی نیست")
                .doesNotContain("<a ");
    }

    @Test
    void recordsInTheBinSaySo() {
        assertThat(html("regarding", "en", Map.of(Sample.REF, new RecordName(Sample.REF, "Alborz", false, true))))
                .contains("deleted");
    }

    @Test
    void moneyIsInTheReadersUnit() {
        assertThat(html("amount", "fa")).contains("۱٬۲۵۰٬۰۰۰ تومان");
        assertThat(html("amount", "en")).contains("12,500,000");
    }

    @Test
    void textOfAUserIsEscaped() {
        assertThat(html("name", "fa")).contains("<bdi>شرکت \"آرمان\" &amp; پسران</bdi>");
    }

    private String html(String field, String language) {
        return html(field, language, Sample.NAMES);
    }

    private String html(String field, String language, Map<RecordRef, RecordName> names) {
        var page = Sample.page(language);
        Shown shown = showing.show(record, Sample.TYPE.field(field), names, page);
        return Sample.render("web/value/show.jte", Map.of("page", page, "shown", shown));
    }
}
