package org.peyvand.web;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.peyvand.locale.Messages;

/**
 * Something the palette can do for its reader here and now.
 *
 * @param group the heading it stands under
 * @param icon a name of {@code icons.txt}
 */
public record Command(Group group, String icon, Name name, Act act) {

    /** The headings, in their order while nothing is typed. */
    public enum Group {
        /** What can be done with the record one looks at. */
        RECORD,
        /** What can be done with the list one looks at. */
        LIST,
        /** Making something new. */
        MAKE,
        /** Going somewhere. */
        GO,
        /** How the program looks and who uses it. */
        LOOK;

        /** The key of the heading. */
        public String key() {
            return "palette.group." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a command is carried out. */
    public sealed interface Act {

        /** Opens a page. */
        record Go(String href) implements Act {}

        /** Opens a form in the dialog of the page. */
        record Dialog(String href) implements Act {}

        /**
         * Presses what the page itself offers, or puts the focus into it when it is a box to type in. A page without such
         * an element does not have the command.
         *
         * @param selector of CSS
         */
        record Press(String selector) implements Act {}
    }

    /**
     * What a command is called in both languages, so that it is found in either, and by what other words.
     *
     * @param also further words people know it by
     */
    public record Name(String persian, String english, List<String> also) {

        private static final Locale PERSIAN = Locale.of("fa");

        /** The text of a key, with what stands under the same key and {@code .also}, parted by commas. */
        public static Name of(Messages messages, String key, Object... arguments) {
            return of(language -> messages.text(language, key, arguments)).also(messages, key);
        }

        /** A name that is composed anew for each language. */
        public static Name of(Function<Locale, String> words) {
            return new Name(words.apply(PERSIAN), words.apply(Locale.ENGLISH), List.of());
        }

        /** The same name with the further words of a key, if there are any. */
        public Name also(Messages messages, String key) {
            String further = key + ".also";
            return messages.has(PERSIAN, further)
                    ? new Name(
                            persian,
                            english,
                            List.of((messages.text(PERSIAN, further) + "," + messages.text(Locale.ENGLISH, further))
                                    .split("\\s*,\\s*")))
                    : this;
        }

        public String in(Locale language) {
            return language.getLanguage().equals("fa") ? persian : english;
        }
    }
}
