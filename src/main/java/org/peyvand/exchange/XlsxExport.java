package org.peyvand.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.peyvand.exchange.xlsx.XlsxCell;
import org.peyvand.exchange.xlsx.XlsxWriter;
import org.peyvand.locale.Money;
import org.peyvand.record.RecordRef;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.field.BooleanType;
import org.peyvand.record.field.DateType;
import org.peyvand.record.field.DecimalType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.InstantType;
import org.peyvand.record.field.IntegerType;
import org.peyvand.record.field.LongTextType;
import org.peyvand.record.field.MoneyType;
import org.peyvand.record.field.PercentType;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.query.RecordName;

/**
 * A workbook. Numbers, amounts and days are what spreadsheets reckon with, all else is text, which they do not run. A time
 * loses its offset in a cell, so where the file is to be imported again it stands as text.
 */
final class XlsxExport implements ExportFile {

    /** A spreadsheet calls a file with a longer text broken. */
    private static final int LONGEST_TEXT = 32_767;

    private final ExportColumns columns;
    private final ExportWords words;
    private final boolean safe;
    private final ZoneId zone;
    private final XlsxWriter writer;

    /** @param title of the sheet */
    XlsxExport(OutputStream out, ExportColumns columns, ExportWords words, ExportRequest request, Sheet sheet)
            throws IOException {
        this.columns = columns;
        this.words = words;
        this.safe = request.safe();
        this.zone = sheet.zone();
        List<String> header = columns.header(words::header);
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            widths.add(
                    Math.max(header.get(i).length() + 2, width(columns.columns().get(i))));
        }
        this.writer = new XlsxWriter(out, new XlsxWriter.Look(sheet.name(), sheet.rightToLeft(), widths), header);
    }

    /**
     * What the sheet is called and how it is read.
     *
     * @param zone in which times are written
     */
    record Sheet(String name, boolean rightToLeft, ZoneId zone) {}

    @Override
    public void write(StoredRecord record, Map<RecordRef, RecordName> names) throws IOException {
        List<XlsxCell> cells = new ArrayList<>(columns.columns().size());
        for (ExportColumns.Column column : columns.columns()) {
            Object value = column.value(record, names);
            cells.add(value == null ? XlsxCell.EMPTY : cell(column.field(), value));
        }
        writer.write(cells);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    @SuppressWarnings("unchecked")
    private <T> XlsxCell cell(Field<T> field, Object value) {
        String said = words.of(field, value);
        if (said != null) {
            return text(said);
        }
        return switch (field.type()) {
            case ReferenceType reference -> text((String) value);
            case IntegerType integer -> new XlsxCell.Number(BigDecimal.valueOf((Long) value));
            case DecimalType decimal -> new XlsxCell.Number((BigDecimal) value);
            case PercentType percent -> new XlsxCell.Percent((BigDecimal) value);
            case MoneyType money -> amount((Money) value);
            case DateType date -> new XlsxCell.Day((LocalDate) value);
            case InstantType instant
            when safe -> new XlsxCell.Time(((Instant) value).atZone(zone).toLocalDateTime());
            case BooleanType truth -> new XlsxCell.Truth((Boolean) value);
            default -> text(field.type().toText((T) value));
        };
    }

    private static XlsxCell amount(Money money) {
        return new XlsxCell.Amount(money.amount(), money.currency(), Money.fractionDigits(money.currency()));
    }

    private XlsxCell text(String text) {
        boolean cut = safe && text.length() > LONGEST_TEXT;
        return new XlsxCell.Text(cut ? text.substring(0, LONGEST_TEXT - 1) + "…" : text);
    }

    private static int width(ExportColumns.Column column) {
        return switch (column.field().type()) {
            case LongTextType text -> 48;
            case ReferenceType reference -> column.byId() ? 38 : 26;
            case IntegerType number -> 10;
            case PercentType number -> 10;
            case BooleanType truth -> 10;
            case DateType date -> 13;
            case InstantType instant -> 20;
            case DecimalType number -> 16;
            case MoneyType money -> 22;
            default -> 26;
        };
    }
}
