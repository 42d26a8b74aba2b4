package org.peyvand.locale;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ways a text is brought into one form: {@link #clean} when it is saved, {@link #searchText} and {@link #matchKey}
 * when it is looked for, {@link #nameKey} and {@link #soundKey} when two spellings of one name are suspected.
 */
public final class PersianText {

    /** The half-space (zero width non-joiner). */
    public static final char HALF_SPACE = '\u200C';

    /** Titles before a person's name and legal forms around a company's, as they come out of {@link #searchText}. */
    private static final Set<String> TITLES = Stream.of(
                    "شرکت",
                    "موسسه",
                    "مؤسسه",
                    "بازرگانی",
                    "گروه",
                    "سهامی",
                    "خاص",
                    "عام",
                    "مسئولیت",
                    "محدود",
                    "با",
                    "آقای",
                    "آقا",
                    "خانم",
                    "جناب",
                    "سرکار",
                    "مهندس",
                    "دکتر",
                    "حاج",
                    "حاجی",
                    "سید",
                    "سیده",
                    "استاد",
                    "co",
                    "company",
                    "corp",
                    "corporation",
                    "inc",
                    "ltd",
                    "llc",
                    "limited",
                    "the",
                    "mr",
                    "mrs",
                    "ms",
                    "dr",
                    "eng")
            .map(PersianText::searchText)
            .collect(Collectors.toUnmodifiableSet());

    private static final String SOUNDS = "صثذضظطغحآئؤع";
    private static final String SOUNDS_FOLDED = "سسزززتقهایوا";

    private PersianText() {}

    /**
     * The text as it should be stored and shown: the same words, in the Persian code points. Composes (NFC), turns Arabic
     * ي ى ك into ی ک and Arabic digits into Persian ones, keeps one half-space where it joins and none beside a space,
     * removes direction marks and control characters, trims. Applying it twice changes nothing more.
     */
    public static String clean(String text) {
        return TextHygiene.clean(text);
    }

    /**
     * The text as it is searched: compatibility forms, letter variants, digits, vowel signs, half-space, punctuation and
     * case all folded, words a single space apart. Equals the SQL function {@code search_text}.
     */
    public static String searchText(String text) {
        return SearchFolding.fold(text, true);
    }

    /**
     * The folded forms of a text: a half-space parts two words as a space does, or joins them as if it were not there, since
     * people type it either way.
     *
     * @return one form, or two when the text has a half-space
     */
    public static List<String> searchForms(String text) {
        String apart = searchText(text);
        if (text.indexOf(HALF_SPACE) < 0) {
            return List.of(apart);
        }
        String joined = searchText(text.replace(String.valueOf(HALF_SPACE), ""));
        return joined.equals(apart) ? List.of(apart) : List.of(apart, joined);
    }

    /** {@link #searchText} without spaces and with آ as ا, so that half-space and no space agree. Equals {@code match_key}. */
    public static String matchKey(String text) {
        return SearchFolding.fold(text, false);
    }

    /** {@link #matchKey} without titles and legal forms: «شرکت پارس (سهامی خاص)» and «پارس» agree. Never empty for a word. */
    public static String nameKey(String name) {
        String words = searchText(name);
        String bare = Stream.of(words.split(" "))
                .filter(word -> !TITLES.contains(word))
                .collect(Collectors.joining());
        return matchKey(bare.isEmpty() ? words : bare);
    }

    /** {@link #nameKey} with letters of one sound made one (س ص ث; ز ذ ض ظ; ت ط; ق غ; ه ح; ا ع): for suggestions only. */
    public static String soundKey(String name) {
        char[] letters = nameKey(name).toCharArray();
        for (int i = 0; i < letters.length; i++) {
            int sound = SOUNDS.indexOf(letters[i]);
            if (sound >= 0) {
                letters[i] = SOUNDS_FOLDED.charAt(sound);
            }
        }
        return new String(letters);
    }
}
