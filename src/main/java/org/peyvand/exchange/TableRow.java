package org.peyvand.exchange;

/**
 * One row of a file.
 *
 * @param number from 1, without the header
 * @param cells as they stand in the file; there may be fewer or more than columns
 */
record TableRow(long number, String[] cells) {

    /** The value of a column without blanks around it; empty when the row ends before. */
    String cell(int column) {
        return column < cells.length ? cells[column].strip() : "";
    }

    /** Whether something stands beyond the last column. */
    boolean isLongerThan(int columns) {
        for (int i = columns; i < cells.length; i++) {
            if (!cells[i].isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** How many characters it holds. */
    long length() {
        long length = 0;
        for (String cell : cells) {
            length += cell.length();
        }
        return length;
    }
}
