package org.peyvand.web.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one value is drawn for one reader; {@code web/value/show.jte} draws it.
 *
 * @param text in the reader's language, digits and units; empty for nothing
 * @param href where it leads, or null
 * @param tone of a tag: empty, {@code acc}, {@code good}, {@code warn}, {@code bad} or {@code gold}
 * @param detail what only machines read (the ISO form of a time), or null
 * @param percent of the ring of a {@link Kind#STAGE}, -1 without one
 * @param deleted whether the record it points at lies in the bin
 * @param parts of a {@link Kind#LIST}
 */
public record Shown(
        Kind kind,
        String text,
        @Nullable String href,
        String tone,
        @Nullable String detail,
        int percent,
        boolean deleted,
        List<Shown> parts) {

    /** Ways to draw. */
    public enum Kind {
        /** No value. */
        NOTHING,
        /** Words in the direction they have. */
        TEXT,
        /** Words over several lines. */
        WORDS,
        /** A phone, an address on the net: always left to right. */
        CODE,
        /** A figure, aligned with its like. */
        NUMBER,
        /** A day or a moment. */
        TIME,
        /** Another record. */
        RECORD,
        /** A user, with a face. */
        PERSON,
        /** A record that this reader may not see. */
        HIDDEN,
        /** A word that classifies. */
        TAG,
        /** Where it stands on its way, with a ring. */
        STAGE,
        /** Yes or no. */
        YES,
        NO,
        /** Several. */
        LIST
    }

    static final Shown NOTHING = of(Kind.NOTHING, "");

    static Shown of(Kind kind, String text) {
        return new Shown(kind, text, null, "", null, -1, false, List.of());
    }

    static Shown list(List<Shown> parts) {
        if (parts.isEmpty()) {
            return NOTHING;
        }
        String text = String.join("، ", parts.stream().map(Shown::text).toList());
        return new Shown(Kind.LIST, text, null, "", null, -1, false, parts);
    }

    Shown leading(@Nullable String where) {
        return new Shown(kind, text, where, tone, detail, percent, deleted, parts);
    }

    Shown toned(String other) {
        return new Shown(kind, text, href, other, detail, percent, deleted, parts);
    }

    Shown detailed(String machine) {
        return new Shown(kind, text, href, tone, machine, percent, deleted, parts);
    }

    Shown ringed(int share) {
        return new Shown(kind, text, href, tone, detail, share, deleted, parts);
    }

    Shown binned(boolean inBin) {
        return new Shown(kind, text, href, tone, detail, percent, inBin, parts);
    }

    public boolean is(Kind other) {
        return kind == other;
    }

    public boolean isEmpty() {
        return kind == Kind.NOTHING;
    }
}
