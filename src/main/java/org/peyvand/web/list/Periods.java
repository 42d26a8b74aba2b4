package org.peyvand.web.list;

import java.util.ArrayList;
import java.util.List;
import org.peyvand.locale.RelativePeriod;
import org.peyvand.web.Choice;
import org.peyvand.web.Page;

/** The relative periods people choose from, those of their own calendar. */
final class Periods {

    private static final List<String> DAYS = List.of("today", "yesterday", "tomorrow");
    private static final List<String> SPANS = List.of(
            "this-week",
            "last-week",
            "next-week",
            "this-month",
            "last-month",
            "next-month",
            "this-quarter",
            "this-year",
            "last-year");
    private static final List<String> COUNTS =
            List.of("last-7-days", "last-30-days", "last-90-days", "next-7-days", "next-30-days");

    private Periods() {}

    /** Options of a select box, in the reader's calendar. */
    static List<Choice> choices(Page page) {
        List<Choice> choices = new ArrayList<>();
        boolean jalali = page.presentation().isPersian();
        DAYS.forEach(key -> choices.add(new Choice(key, words(key, page))));
        SPANS.forEach(key -> {
            String calendar = jalali ? key.replaceFirst("-", "-jalali-") : key;
            choices.add(new Choice(calendar, words(calendar, page)));
        });
        COUNTS.forEach(key -> choices.add(new Choice(key, words(key, page))));
        return choices;
    }

    static String words(RelativePeriod period, Page page) {
        return words(period.key(), page);
    }

    private static String words(String key, Page page) {
        String plain = key.replace("jalali-", "");
        if (plain.matches("(last|next)-\\d+-days")) {
            String[] parts = plain.split("-");
            return page.t("period." + parts[0] + "-days", page.presentation().digits(parts[1]));
        }
        boolean other = key.contains("jalali-") != page.presentation().isPersian() && !DAYS.contains(plain);
        String words = page.t("period." + plain);
        return other
                ? words + " (" + page.t(key.contains("jalali-") ? "period.jalali" : "period.gregorian") + ")"
                : words;
    }
}
