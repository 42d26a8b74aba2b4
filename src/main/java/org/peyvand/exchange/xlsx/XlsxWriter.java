package org.peyvand.exchange.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a workbook row by row in the memory of a few rows. The header stays in sight; what does not fit on a sheet goes on
 * upon the next.
 */
public final class XlsxWriter implements AutoCloseable {

    private static final int BLOCK = 200;
    private static final int FASTEST = 1;
    /** A cell reckons with fifteen digits; longer numbers would change. */
    private static final int MOST_DIGITS = 15;

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private final Workbook workbook;
    private final Look look;
    private final List<String> header;
    private final int rowsOnSheet;
    private @Nullable Worksheet sheet;
    private int sheets;
    private int row;

    /**
     * What the sheets look like.
     *
     * @param widths of the columns, in characters
     */
    public record Look(String name, boolean rightToLeft, List<Integer> widths) {}

    public XlsxWriter(OutputStream out, Look look, List<String> header) throws IOException {
        this(out, look, header, Worksheet.MAX_ROWS);
    }

    XlsxWriter(OutputStream out, Look look, List<String> header, int rowsOnSheet) throws IOException {
        this.workbook = new Workbook(out, "Peyvand", null);
        this.look = look;
        this.header = header;
        this.rowsOnSheet = rowsOnSheet;
        workbook.setCompressionLevel(FASTEST);
        begin();
    }

    public void write(List<XlsxCell> cells) throws IOException {
        Worksheet current = row == rowsOnSheet ? begin() : current();
        for (int column = 0; column < cells.size(); column++) {
            write(current, column, cells.get(column));
        }
        row++;
        if (row % BLOCK == 0) {
            current.flush();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }

    private Worksheet begin() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        sheets++;
        Worksheet begun = workbook.newWorksheet(sheets == 1 ? look.name() : look.name() + " " + sheets);
        if (look.rightToLeft()) {
            begun.rightToLeft();
        }
        begun.freezePane(0, 1);
        for (int column = 0; column < header.size(); column++) {
            begun.width(column, look.widths().get(column));
            begun.inlineString(0, column, Texts.escaped(header.get(column)));
            begun.style(0, column).bold().format("@").set();
        }
        sheet = begun;
        row = 1;
        return begun;
    }

    private Worksheet current() {
        if (sheet == null) {
            throw new IllegalStateException("No sheet was begun");
        }
        return sheet;
    }

    private void write(Worksheet to, int column, XlsxCell cell) {
        switch (cell) {
            case XlsxCell.Empty empty -> {}
            case XlsxCell.Text text -> text(to, column, text.text());
            case XlsxCell.Truth truth -> to.value(row, column, truth.value());
            case XlsxCell.Number number -> number(to, column, number.number(), null);
            case XlsxCell.Percent percent ->
                number(to, column, percent.percent().movePointLeft(2), decimals("0", percent.percent()) + "%");
            case XlsxCell.Amount amount ->
                number(
                        to,
                        column,
                        amount.amount(),
                        "#,##0" + decimals(amount.digits()) + "\\ [$" + amount.currency() + "]");
            case XlsxCell.Day day
            when day.day().isBefore(FIRST_DAY) -> text(to, column, day.day().toString());
            case XlsxCell.Day day -> number(to, column, days(day.day()), "yyyy\\-mm\\-dd");
            case XlsxCell.Time time -> number(to, column, days(time.time()), "yyyy\\-mm\\-dd\\ hh:mm");
        }
    }

    /** As text for good: it is not taken for a number or a formula when somebody edits the cell either. */
    private void text(Worksheet to, int column, String text) {
        to.inlineString(row, column, Texts.escaped(text));
        to.style(row, column).format("@").set();
    }

    private void number(Worksheet to, int column, BigDecimal number, @Nullable String format) {
        if (number.stripTrailingZeros().precision() > MOST_DIGITS) {
            text(to, column, number.toPlainString());
            return;
        }
        to.value(row, column, number);
        if (format != null) {
            to.style(row, column).format(format).set();
        }
    }

    private static String decimals(String whole, BigDecimal number) {
        return whole + decimals(Math.clamp(number.stripTrailingZeros().scale(), 0, MOST_DIGITS));
    }

    private static String decimals(int digits) {
        return digits == 0 ? "" : "." + "0".repeat(digits);
    }

    private static BigDecimal days(LocalDate day) {
        return BigDecimal.valueOf(day.toEpochDay() - DAY_ZERO.toEpochDay());
    }

    private static BigDecimal days(LocalDateTime time) {
        long millis = Duration.between(time.toLocalDate().atStartOfDay(), time).toMillis();
        return days(time.toLocalDate())
                .add(BigDecimal.valueOf(millis).divide(BigDecimal.valueOf(86_400_000), 9, RoundingMode.HALF_UP));
    }
}
