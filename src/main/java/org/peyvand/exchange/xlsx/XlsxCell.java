package org.peyvand.exchange.xlsx;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** What stands in a cell: a value of the kind that spreadsheets reckon with, or a text, which they never run. */
public sealed interface XlsxCell {

    record Text(String text) implements XlsxCell {}

    record Number(BigDecimal number) implements XlsxCell {}

    /** @param percent 25 for 25 % */
    record Percent(BigDecimal percent) implements XlsxCell {}

    /** @param digits how many are shown behind the point */
    record Amount(BigDecimal amount, String currency, int digits) implements XlsxCell {}

    record Day(LocalDate day) implements XlsxCell {}

    record Time(LocalDateTime time) implements XlsxCell {}

    record Truth(boolean value) implements XlsxCell {}

    record Empty() implements XlsxCell {}

    XlsxCell EMPTY = new Empty();
}
