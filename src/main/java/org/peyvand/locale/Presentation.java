package org.peyvand.locale;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * How one reader sees dates, times, numbers and money: the preferences and the formatting that follows from them. Texts hold no
 * direction marks; a page isolates them.
 *
 * @param language Persian or English
 * @param zone where "today" and clock times are taken
 */
public record Presentation(
        Locale language, ZoneId zone, CalendarSystem calendar, DigitStyle digits, MoneyUnit moneyUnit) {

    public static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    /** Jalali calendar, Persian digits, tomans, Tehran. */
    public static Presentation persian() {
        return new Presentation(Bundles.PERSIAN, TEHRAN, CalendarSystem.JALALI, DigitStyle.PERSIAN, MoneyUnit.TOMAN);
    }

    /** Gregorian calendar, Latin digits, rials, Tehran. */
    public static Presentation english() {
        return new Presentation(Bundles.ENGLISH, TEHRAN, CalendarSystem.GREGORIAN, DigitStyle.LATIN, MoneyUnit.RIAL);
    }

    /** The usual preferences of a language, {@link #persian()} for {@code fa} and {@link #english()} for any other. */
    public static Presentation of(Locale language) {
        return Bundles.isPersian(language) ? persian() : english();
    }

    public Presentation withZone(ZoneId other) {
        return new Presentation(language, other, calendar, digits, moneyUnit);
    }

    public boolean isPersian() {
        return Bundles.isPersian(language);
    }

    /** {@code rtl} or {@code ltr}, for the {@code dir} of a page. */
    public String direction() {
        return isPersian() ? "rtl" : "ltr";
    }

    /** The reader's own date at the instant. */
    public LocalDate dateOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** {@code ۱ آذر ۱۴۰۵}, {@code 22 Nov 2026}. */
    public String date(LocalDate date) {
        return digits.write(
                isJalali(date)
                        ? dayMonthYear(JalaliDate.of(date))
                        : date.getDayOfMonth() + " " + CalendarNames.gregorianMonth(language, date.getMonthValue())
                                + " " + date.getYear());
    }

    /** {@code یکشنبه ۱ آذر ۱۴۰۵}, {@code Sunday, 22 Nov 2026}. */
    public String weekdayDate(LocalDate date) {
        return text("calendar.weekdayDate", weekday(date), date(date));
    }

    /** {@code یکشنبه} */
    public String weekday(LocalDate date) {
        return CalendarNames.weekday(language, date.getDayOfWeek());
    }

    /** {@code ۱۴۰۵/۰۹/۰۱}, {@code 2026-11-22}. */
    public String shortDate(LocalDate date) {
        return digits.write(isJalali(date) ? JalaliDate.of(date).toString().replace('-', '/') : date.toString());
    }

    /** {@code آذر ۱۴۰۵}, {@code Nov 2026}: the month that holds the date. */
    public String month(LocalDate date) {
        if (isJalali(date)) {
            JalaliDate jalali = JalaliDate.of(date);
            return jalali.monthName(language) + " " + digits.write(Integer.toString(jalali.year()));
        }
        return CalendarNames.gregorianMonth(language, date.getMonthValue()) + " "
                + digits.write(Integer.toString(date.getYear()));
    }

    /** What to put into a text field for a date; {@link DateInput} reads it back. */
    public String dateInput(LocalDate date) {
        return shortDate(date);
    }

    /** Date and clock time in the reader's zone: {@code ۱ آذر ۱۴۰۵، ۱۴:۳۰}. */
    public String instant(Instant instant) {
        return text("calendar.dateTime", date(dateOf(instant)), time(instant));
    }

    /** Clock time in the reader's zone: {@code ۱۴:۳۰}. */
    public String time(Instant instant) {
        return time(LocalDateTime.ofInstant(instant, zone).toLocalTime());
    }

    /** {@code ۱۴:۳۰} */
    public String time(LocalTime time) {
        return digits.write(time.truncatedTo(ChronoUnit.MINUTES).toString());
    }

    /** {@code دیروز}, {@code فردا}, {@code ۳ روز پیش}; a date itself when it is more than a month away. */
    public String relativeDay(LocalDate date, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, date);
        if (Math.abs(days) > 30) {
            return date(date);
        }
        return switch ((int) days) {
            case -2 -> text("day.beforeYesterday");
            case -1 -> text("day.yesterday");
            case 0 -> text("day.today");
            case 1 -> text("day.tomorrow");
            case 2 -> text("day.afterTomorrow");
            default -> text(days < 0 ? "day.ago" : "day.ahead", number(Math.abs(days)));
        };
    }

    /** {@code همین حالا}, {@code ۵ دقیقه پیش}, {@code ۳ ساعت پیش}, from a day on {@link #relativeDay}. */
    public String relativeTime(Instant instant, Instant now) {
        long minutes = ChronoUnit.MINUTES.between(now, instant);
        if (minutes == 0) {
            return text("time.justNow");
        }
        if (Math.abs(minutes) < 60) {
            return text(minutes < 0 ? "time.minutesAgo" : "time.minutesAhead", number(Math.abs(minutes)));
        }
        if (dateOf(instant).equals(dateOf(now)) || Math.abs(minutes) < 6 * 60) {
            return text(minutes < 0 ? "time.hoursAgo" : "time.hoursAhead", number(Math.abs(minutes) / 60));
        }
        return relativeDay(dateOf(instant), dateOf(now));
    }

    /** {@code ۲ ساعت و ۱۵ دقیقه}: the two largest units, seconds only below a minute. */
    public String duration(Duration duration) {
        return DurationText.of(duration.abs(), this);
    }

    /** {@code ۱٬۲۳۴٬۵۶۷٫۵}, without trailing zeros. */
    public String number(BigDecimal number) {
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return digits.grouped(plain.toPlainString());
    }

    public String number(long number) {
        return digits.grouped(Long.toString(number));
    }

    /** {@code ۲۵٪} for 25. */
    public String percent(BigDecimal percent) {
        return text("number.percent", number(percent));
    }

    /** {@code ۱۲۵٬۰۰۰ تومان}, {@code 1,250,000 IRR}, {@code 10.50 USD}: exact, in the reader's unit. */
    public String money(Money money) {
        return text("money.pattern", amount(money), moneyUnit(money.currency()));
    }

    /** {@code ۱۲٫۵ میلیون تومان}: three digits or so, for boards and charts. */
    public String compactMoney(Money money) {
        return text("money.pattern", compactNumber(inReadersUnit(money)), moneyUnit(money.currency()));
    }

    /** {@code ۱۲٫۵ میلیون}, {@code 12.5M}: rounded to one digit after the point. */
    public String compactNumber(BigDecimal number) {
        return CompactNumbers.of(number, this);
    }

    /** The figure of {@link #money} alone, for a column whose head names the unit. */
    public String amount(Money money) {
        return isIranian(money.currency())
                ? number(inReadersUnit(money))
                : digits.grouped(money.amount().toPlainString());
    }

    /** What to put into a text field for an amount; {@link MoneyInput} reads it back with the reader's unit. */
    public String moneyInput(Money money) {
        return amount(money).replace('−', '-');
    }

    /** The unit as the reader says it: {@code تومان}, {@code ریال}, {@code USD}. */
    public String moneyUnit(String currency) {
        if (isIranian(currency) && moneyUnit == MoneyUnit.TOMAN) {
            return text("money.toman");
        }
        String key = "money." + currency;
        return Bundles.hasOwnText(key) ? text(key) : currency;
    }

    /** The amount in words in the reader's language and unit. */
    public String moneyInWords(Money money) {
        return MoneyWords.of(money, language, moneyUnit);
    }

    /** The text with its digits as the reader likes them. */
    public String digits(String text) {
        return digits.write(text);
    }

    /** A telephone number for the eye, in the reader's digits: {@code ۰۹۱۲ ۳۴۵ ۶۷۸۹}. */
    public String phone(String e164) {
        return digits.write(PhoneNumbers.IRAN.display(e164));
    }

    String text(String key, Object... arguments) {
        return Bundles.ownText(language, key, arguments);
    }

    private BigDecimal inReadersUnit(Money money) {
        return isIranian(money.currency()) ? moneyUnit.fromRials(money.amount()) : money.amount();
    }

    private static boolean isIranian(String currency) {
        return currency.equals(Currencies.IRANIAN_RIAL);
    }

    private boolean isJalali(LocalDate date) {
        return calendar == CalendarSystem.JALALI && JalaliDate.covers(date);
    }

    private String dayMonthYear(JalaliDate date) {
        return date.day() + " " + date.monthName(language) + " " + date.year();
    }
}
