package org.peyvand.record.field;

/**
 * One database column of a field.
 *
 * @param name the column's name in snake case
 * @param sqlType the PostgreSQL type, such as {@code text} or {@code timestamptz}
 * @param collation the collation by which people expect it sorted, or empty for the database's own
 */
public record Column(String name, String sqlType, String collation) {

    public static Column of(String name, String sqlType) {
        return new Column(name, sqlType, "");
    }

    /** A column that people read: sorted by the Persian alphabet. */
    public static Column words(String name) {
        return new Column(name, "text", "fa-x-icu");
    }

    /** {@code closeDate} becomes {@code close_date}. */
    public static String snake(String camel) {
        StringBuilder out = new StringBuilder(camel.length() + 4);
        for (char c : camel.toCharArray()) {
            if (Character.isUpperCase(c)) {
                out.append('_').append(Character.toLowerCase(c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
