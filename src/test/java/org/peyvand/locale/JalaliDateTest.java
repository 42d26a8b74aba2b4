package org.peyvand.locale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JalaliDateTest {

    private static final long MILLIS_PER_DAY = 86_400_000L;

    @Test
    void agreesWithIcuOnEveryDayOfTheSupportedYears() {
        LocalDate first = new JalaliDate(JalaliDate.FIRST_YEAR, 1, 1).toLocalDate();
        LocalDate last = new JalaliDate(JalaliDate.LAST_YEAR, 12, JalaliDate.lengthOfMonth(JalaliDate.LAST_YEAR, 12))
                .toLocalDate();
        Calendar icu = Calendar.getInstance(TimeZone.GMT_ZONE, new ULocale("fa_IR@calendar=persian"));

        for (long day = first.toEpochDay(); day <= last.toEpochDay(); day++) {
            icu.setTimeInMillis(day * MILLIS_PER_DAY);
            JalaliDate jalali = JalaliDate.of(LocalDate.ofEpochDay(day));

            assertThat(jalali.year() * 10_000 + jalali.month() * 100 + jalali.day())
                    .isEqualTo(icu.get(Calendar.YEAR) * 10_000
                            + (icu.get(Calendar.MONTH) + 1) * 100
                            + icu.get(Calendar.DAY_OF_MONTH));
            assertThat(jalali.toLocalDate().toEpochDay()).isEqualTo(day);
        }
        assertThat(last.toEpochDay() - first.toEpochDay()).isGreaterThan(146_000);
    }

    @ParameterizedTest
    @CsvSource({
        "1403-12-30, 2025-03-20", "1404-01-01, 2025-03-21", "1399-12-30, 2021-03-20", "1400-01-01, 2021-03-21",
        "1408-12-30, 2030-03-20", "1357-11-22, 1979-02-11", "1436-12-30, 2058-03-20", "1437-01-01, 2058-03-21",
        "1438-01-01, 2059-03-21", "1405-09-01, 2026-11-22"
    })
    void convertsTheVerifiedDates(String jalali, LocalDate gregorian) {
        assertThat(JalaliDate.of(gregorian)).hasToString(jalali);
        assertThat(JalaliDate.parse(jalali).orElseThrow().toLocalDate()).isEqualTo(gregorian);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1405-09-01", "1405/9/1", "۱۴۰۵/۰۹/۰۱", "١٤٠٥-٠٩-٠١", " 1405/09/01 "})
    void readsOneDateInItsWritings(String written) {
        assertThat(JalaliDate.parse(written)).contains(new JalaliDate(1405, 9, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1404-12-30",
                "1405-13-01",
                "1405-00-01",
                "1405-09-31",
                "1405-09/01",
                "1199-01-01",
                "1601-01-01",
                "05-09-01",
                "",
                "1405-09",
                "1405-09-01x",
                "2026-11-22"
            })
    void refusesWhatIsNoJalaliDate(String written) {
        assertThat(JalaliDate.parse(written)).isEmpty();
    }

    @Test
    void corrects1502And1503() {
        assertThat(JalaliDate.isLeap(1502)).isFalse();
        assertThat(JalaliDate.isLeap(1503)).isTrue();
        assertThat(new JalaliDate(1503, 12, 30).lengthOfMonth()).isEqualTo(30);
    }

    @Test
    void knowsItsBounds() {
        LocalDate first = new JalaliDate(1200, 1, 1).toLocalDate();
        LocalDate last = new JalaliDate(1600, 12, 29).toLocalDate();

        assertThat(JalaliDate.covers(first)).isTrue();
        assertThat(JalaliDate.covers(first.minusDays(1))).isFalse();
        assertThat(JalaliDate.covers(last)).isTrue();
        assertThat(JalaliDate.covers(LocalDate.MAX)).isFalse();
        assertThatThrownBy(() -> JalaliDate.of(first.minusDays(1))).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> new JalaliDate(1404, 12, 30)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ordersAndNames() {
        JalaliDate date = new JalaliDate(1405, 9, 1);

        assertThat(date).isLessThan(new JalaliDate(1405, 10, 1)).isGreaterThan(new JalaliDate(1404, 12, 1));
        assertThat(date.monthName(Locale.of("fa"))).isEqualTo("آذر");
        assertThat(date.monthName(Locale.ENGLISH)).isEqualTo("Azar");
        assertThat(date.quarter()).isEqualTo(3);
    }
}
