package org.peyvand.web.value;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.web.Choice;

/**
 * How one field is asked for; {@code web/value/input.jte} draws it and {@link FormReader} reads the answer.
 *
 * @param name of the field and of its main parameter
 * @param id of its control in the page
 * @param text as it stands in the control
 * @param extra the second part: the currency of an amount, the clock time of an instant, the name of a reference
 * @param hint below the control: the meaning of what stands there, or help
 * @param problem what is wrong with it, in the reader's language, or null
 * @param options of a choice, an open choice or a currency
 * @param picked keys of several choices
 * @param rows of a list of contact points or addresses
 * @param target where a picker asks: the plural of a type, or {@code any}
 * @param was the mark of what stood there first, when the form shows what was typed since; else null
 */
public record Input(
        String name,
        String id,
        Kind kind,
        String label,
        boolean required,
        String text,
        String extra,
        String hint,
        @Nullable String problem,
        List<Choice> options,
        List<String> picked,
        List<Row> rows,
        String target,
        @Nullable String was) {

    /** Ways to ask. */
    public enum Kind {
        TEXT,
        WORDS,
        EMAIL,
        PHONE,
        URL,
        NUMBER,
        PERCENT,
        MONEY,
        FLAG,
        DATE,
        INSTANT,
        CHOICE,
        OPEN_CHOICE,
        CHOICES,
        REFERENCE,
        EMAILS,
        PHONES,
        ADDRESSES,
        TAGS;

        /** Whether it takes the whole width of a form. */
        public boolean wide() {
            return switch (this) {
                case WORDS, EMAILS, PHONES, ADDRESSES, TAGS, CHOICES -> true;
                case TEXT,
                        EMAIL,
                        PHONE,
                        URL,
                        NUMBER,
                        PERCENT,
                        MONEY,
                        FLAG,
                        DATE,
                        INSTANT,
                        CHOICE,
                        OPEN_CHOICE,
                        REFERENCE -> false;
            };
        }
    }

    /**
     * One line of a list.
     *
     * @param cells the texts of its controls, in the order in which they are drawn
     * @param marks what the form carries along unseen
     */
    public record Row(List<String> cells, String marks) {}

    static Input of(String name, String id, Kind kind, String label, boolean required) {
        return new Input(name, id, kind, label, required, "", "", "", null, List.of(), List.of(), List.of(), "", null);
    }

    Input holding(String typed) {
        return holding(typed, extra);
    }

    Input holding(String typed, String second) {
        return new Input(
                name, id, kind, label, required, typed, second, hint, problem, options, picked, rows, target, was);
    }

    Input hinting(String words) {
        return new Input(
                name, id, kind, label, required, text, extra, words, problem, options, picked, rows, target, was);
    }

    Input among(List<Choice> choices) {
        return new Input(
                name, id, kind, label, required, text, extra, hint, problem, choices, picked, rows, target, was);
    }

    Input picking(List<String> keys) {
        return new Input(name, id, kind, label, required, text, extra, hint, problem, options, keys, rows, target, was);
    }

    Input listing(List<Row> lines) {
        return new Input(
                name, id, kind, label, required, text, extra, hint, problem, options, picked, lines, target, was);
    }

    Input asking(String type) {
        return new Input(name, id, kind, label, required, text, extra, hint, problem, options, picked, rows, type, was);
    }

    /** The same under another label. */
    public Input labelled(String words) {
        return new Input(
                name, id, kind, words, required, text, extra, hint, problem, options, picked, rows, target, was);
    }

    /** The same with a problem to show at it. */
    public Input wrong(@Nullable String sentence) {
        return new Input(
                name, id, kind, label, required, text, extra, hint, sentence, options, picked, rows, target, was);
    }

    /** The same, demanded or not. */
    public Input demanded(boolean needed) {
        return new Input(name, id, kind, label, needed, text, extra, hint, problem, options, picked, rows, target, was);
    }

    /** The same, knowing what stood there before something else was put into it. */
    public Input since(String mark) {
        return new Input(
                name, id, kind, label, required, text, extra, hint, problem, options, picked, rows, target, mark);
    }

    public boolean is(Kind other) {
        return kind == other;
    }

    public boolean isWrong() {
        return problem != null;
    }

    /** What tells, when the form comes back, whether the reader touched the field. */
    public String mark() {
        return was == null ? Marks.of(this) : was;
    }
}
