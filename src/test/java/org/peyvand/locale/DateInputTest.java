package org.peyvand.locale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateInputTest {

    /** Sunday, 1 Azar 1405. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-22|2026-11-22",
                "2026/11/5|2026-11-05",
                "۲۰۲۶-۱۱-۲۲|2026-11-22",
                "22/11/2026|2026-11-22",
                "11/22/2026|2026-11-22",
                "05.05.2026|2026-05-05",
                "20261122|2026-11-22",
                "1405/9/1|2026-11-22",
                "۱۴۰۵/۰۹/۰۱|2026-11-22",
                "١٤٠٥-٩-١|2026-11-22",
                "1405.09.01|2026-11-22",
                "1405 9 1|2026-11-22",
                "1/9/1405|2026-11-22",
                "14050901|2026-11-22",
                "۰۵/۹/۱|2026-11-22",
                "050901|2026-11-22",
                "99/12/30|2021-03-20",
                "1/9/05|2026-11-22",
                "9/1|2026-11-22",
                "1 آذر 1405|2026-11-22",
                "۱ آذر|2026-11-22",
                "۱آذر۱۴۰۵|2026-11-22",
                "1405 آذر 1|2026-11-22",
                "1 آذر ۰۵|2026-11-22",
                "۲۲ نوامبر ۲۰۲۶|2026-11-22",
                "22 Nov 2026|2026-11-22",
                "November 22, 2026|2026-11-22",
                "nov 22|2026-11-22",
                "1 Azar 1405|2026-11-22",
                "22 november|2026-11-22",
                "22-Nov-26|2026-11-22",
                "امروز|2026-11-22",
                "فردا|2026-11-23",
                "ديروز|2026-11-21",
                "پس‌فردا|2026-11-24",
                "پس فردا|2026-11-24",
                "پسفردا|2026-11-24",
                "پریروز|2026-11-20",
                "today|2026-11-22",
                "Tomorrow|2026-11-23",
                "yesterday|2026-11-21",
                "+3|2026-11-25",
                "-2|2026-11-20",
                "+۳|2026-11-25",
                "۳ روز دیگر|2026-11-25",
                "3 days ago|2026-11-19",
                "in 2 weeks|2026-12-06",
                "شنبه|2026-11-28",
                "یکشنبه|2026-11-29",
                "سه شنبه|2026-11-24",
                "سه‌شنبه|2026-11-24",
                "پنج شنبه|2026-11-26",
                "friday|2026-11-27",
                "fri|2026-11-27",
                "هفته بعد|2026-11-29"
            })
    void readsWhatPeopleType(String typed, LocalDate date) {
        assertThat(DateInput.parse(typed, TODAY)).contains(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "03/04/2026",
                "1404/12/30",
                "1405/13/1",
                "2026-02-30",
                "1650/1/1",
                "abc",
                "آذر",
                "12",
                "1 پارس 1405",
                "405/9/1",
                "1405/9/1/2",
                "32 آذر 1405",
                "999999999999",
                "1405/9-1"
            })
    void readsNothingIntoTheRest(String typed) {
        assertThat(DateInput.parse(typed, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, 2026-11-22",
        "1405-09-01, 2026-11-22",
        "1405/09/01, 2026-11-22",
        "۱۴۰۵/۰۹/۰۱, 2026-11-22",
        "1200-01-01, 1821-03-21",
        "1403-12-30, 2025-03-20",
        "1979-02-11, 1979-02-11"
    })
    void readsWhatProgramsSend(String sent, LocalDate date) {
        assertThat(DateInput.strict(sent)).contains(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026/11/22",
                "2026-11-2",
                "2026-02-29",
                "22-11-2026",
                "05-09-01",
                "1404-12-30",
                "1100-01-01",
                "today",
                "2026-11-22T00:00:00Z",
                "",
                "0000-00-00",
                "99999-01-01"
            })
    void refusesWhatProgramsShouldNotSend(String sent) {
        assertThat(DateInput.strict(sent)).isEmpty();
    }

    @Test
    void readsBackEveryDateItShows() {
        for (Presentation reader : new Presentation[] {Presentation.persian(), Presentation.english()}) {
            for (int day = -40_000; day < 40_000; day += 37) {
                LocalDate date = TODAY.plusDays(day);

                assertThat(DateInput.parse(reader.dateInput(date), TODAY)).contains(date);
                assertThat(DateInput.parse(reader.date(date), TODAY)).contains(date);
            }
        }
    }
}
