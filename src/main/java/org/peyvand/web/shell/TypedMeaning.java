package org.peyvand.web.shell;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.peyvand.access.Requires;
import org.peyvand.locale.DateInput;
import org.peyvand.locale.MoneyInput;
import org.peyvand.locale.Presentation;
import org.peyvand.web.Page;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Says what is being typed into a date or money box, in words, so that nobody has to trust a guess. */
@Controller
@Requires(Requires.Permission.SIGNED_IN)
class TypedMeaning {

    /** The day that was understood, for the calendar beside the box. */
    private static final String DATE = "Peyvand-Date";

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Clock clock;

    TypedMeaning(Clock clock) {
        this.clock = clock;
    }

    @GetMapping("/words/date")
    ResponseEntity<String> date(Page page, @RequestParam String text) {
        Presentation reader = page.presentation();
        LocalDate today = reader.dateOf(clock.instant());
        if (text.isBlank()) {
            return say("");
        }
        return DateInput.parse(text, today)
                .map(date -> answer().header(DATE, date.toString()).body(meaning(date, today, page)))
                .orElseGet(() -> say(page.t("web.date.unknown")));
    }

    /** With how far away it is, when that says more than the date again. */
    private static String meaning(LocalDate date, LocalDate today, Page page) {
        Presentation reader = page.presentation();
        String day = reader.weekdayDate(date);
        String distance = reader.relativeDay(date, today);
        return day.contains(distance) ? day : page.t("web.date.meaning", day, distance);
    }

    @GetMapping("/words/money")
    ResponseEntity<String> money(Page page, @RequestParam String amount, @RequestParam String unit) {
        Presentation reader = page.presentation();
        return say(MoneyInput.parse(amount, unit, reader.moneyUnit())
                .map(reader::moneyInWords)
                .orElse(""));
    }

    private static ResponseEntity<String> say(String words) {
        return answer().body(words);
    }

    private static ResponseEntity.BodyBuilder answer() {
        return ResponseEntity.ok().contentType(TEXT);
    }
}
