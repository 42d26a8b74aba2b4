package org.peyvand.web.exchange;

/**
 * A column of a file on the page that says where columns go.
 *
 * @param index from 0
 * @param target a field, empty when the column is left out, or {@link #NEW}
 * @param kind the type of the field to be made
 * @param label what the field to be made is called
 * @param points the plural of the type that the field to be made points at
 * @param tone of what is said about it: {@code good}, {@code warn} or {@code muted}
 */
public record Column(
        int index,
        String name,
        String example,
        String target,
        String kind,
        String label,
        String points,
        String tone,
        String says) {

    static final String NEW = "+";

    public boolean isNew() {
        return target.equals(NEW);
    }

    public boolean isLeftOut() {
        return target.isEmpty();
    }

    Column saying(String newTone, String words) {
        return new Column(index, name, example, target, kind, label, points, newTone, words);
    }

    Column guessed(String field, String seen) {
        return new Column(index, name, seen, isNew() ? NEW : field, kind, label, points, tone, says);
    }
}
