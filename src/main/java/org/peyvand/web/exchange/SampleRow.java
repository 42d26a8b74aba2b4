package org.peyvand.web.exchange;

import java.util.List;

/** One of the first rows as it would be written. */
public record SampleRow(String number, List<Cell> cells, List<String> problems) {

    /** A value with the label of its field. */
    public record Cell(String label, String value) {}
}
