package org.peyvand.exchange;

import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Supplier;
import org.peyvand.locale.PersianText;
import org.peyvand.record.field.ReferenceType;

/**
 * What is known of a file after one quick look from beginning to end: how many rows it has and, when rows refer to others of
 * their kind, which titles occur. Titles are kept as 64-bit hashes, eight megabytes for a million of them.
 */
final class FileScan {

    private final long rows;
    private final long pictures;
    private final long[] titles;

    private FileScan(long rows, long pictures, long[] titles) {
        this.rows = rows;
        this.pictures = pictures;
        this.titles = titles;
    }

    static FileScan of(Supplier<InputStream> file, ImportPlan plan) {
        boolean refers = plan.mapping().targets().stream()
                .anyMatch(target -> target instanceof Target.Into into
                        && into.field().type() instanceof ReferenceType reference
                        && reference.target().equals(plan.type().plural()));
        int title = refers ? plan.mapping().columnOf(plan.type().titleField().name()) : -1;
        long[] hashes = new long[title < 0 ? 0 : 1024];
        int count = 0;
        int picture = plan.format() instanceof TableFormat.Cards
                ? plan.mapping().header().indexOf(CardLines.PICTURES)
                : -1;
        long rows = 0;
        long pictures = 0;
        try (TableRows source = plan.format().rows(file)) {
            for (TableRow row = source.next(); row != null; row = source.next()) {
                rows++;
                pictures += picture >= 0 && !row.cell(picture).isEmpty() ? 1 : 0;
                if (title >= 0) {
                    hashes = count == hashes.length ? Arrays.copyOf(hashes, count * 2) : hashes;
                    hashes[count++] = hash(row.cell(title));
                }
            }
        }
        long[] sorted = Arrays.copyOf(hashes, count);
        Arrays.sort(sorted);
        return new FileScan(rows, pictures, sorted);
    }

    long rows() {
        return rows;
    }

    /** How many rows have a picture or a sound, which no field takes. */
    long pictures() {
        return pictures;
    }

    /** Whether a row of the file is titled so, in any spelling. */
    boolean names(String title) {
        return !title.isEmpty() && Arrays.binarySearch(titles, hash(title)) >= 0;
    }

    private static long hash(String title) {
        String folded = PersianText.searchText(title);
        long hash = 1125899906842597L;
        for (int i = 0; i < folded.length(); i++) {
            hash = 31 * hash + folded.charAt(i);
        }
        return hash ^ ((long) folded.hashCode() << 32);
    }
}
