package org.peyvand.notice.outbox;

import java.util.Locale;
import org.peyvand.locale.Messages;

/**
 * Why a message did not go, kept with it: a sentence of ours in either language, or the words of the other side as they are.
 *
 * @param code of the sentence {@code outbox.error.<code>}, empty when there are only words
 * @param words of the other side; a sentence of ours may quote them as {@code {0}}
 */
public record Reason(String code, String words) {

    /** A sentence of ours. */
    public static Reason of(String code) {
        return new Reason(code, "");
    }

    /** A sentence of ours that quotes the other side. */
    public static Reason of(String code, String words) {
        return new Reason(code, words);
    }

    /** What the other side said. */
    public static Reason said(String words) {
        return new Reason("", words);
    }

    /** For a reader of that language. */
    public String text(Messages messages, Locale language) {
        return code.isEmpty() ? words : messages.text(language, "outbox.error." + code, words);
    }

    /** As it is kept: a code ends with a tab, which no words hold. */
    String written() {
        return code.isEmpty() ? words.replace('\t', ' ') : code + "\t" + words.replace('\t', ' ');
    }

    static Reason read(String kept) {
        int tab = kept.indexOf('\t');
        return tab < 0 ? said(kept) : of(kept.substring(0, tab), kept.substring(tab + 1));
    }

    /** For the log. */
    @Override
    public String toString() {
        return (code + " " + words).strip();
    }
}
