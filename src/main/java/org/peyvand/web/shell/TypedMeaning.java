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
        return say(DateInput.parse(text, today)
                .map(date -> page.t("web.date.meaning", reader.weekdayDate(date), reader.relativeDay(date, today)))
                .orElseGet(() -> page.t("web.date.unknown")));
    }

    @GetMapping("/words/money")
    ResponseEntity<String> money(Page page, @RequestParam String amount, @RequestParam String unit) {
        Presentation reader = page.presentation();
        return say(MoneyInput.parse(amount, unit, reader.moneyUnit())
                .map(reader::moneyInWords)
                .orElse(""));
    }

    private static ResponseEntity<String> say(String words) {
        return ResponseEntity.ok().contentType(TEXT).body(words);
    }
}
