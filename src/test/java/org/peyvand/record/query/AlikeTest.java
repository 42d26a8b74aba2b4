package org.peyvand.record.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AlikeTest {

    private enum Slip {
        WRONG,
        MISSING,
        TOO_MANY,
        EXCHANGED
    }

    @Property
    void everyWordOneSlipAwayIsACandidateAndTaken(
            @ForAll("words") String written, @ForAll Slip slip, @ForAll @IntRange(max = 100) int place) {
        String typed = slipped(written, slip, place);
        if (typed.length() < 4 || typed.length() > 7) {
            return;
        }

        assertThat(Pattern.compile(Alike.slips(typed))
                        .matcher("آقای " + written + "زاده")
                        .find())
                .as("candidate for " + typed)
                .isTrue();
        assertThat(new Alike(List.of(typed)).score("آقای " + written + "زاده")).isPresent();
    }

    @Property
    void aWordThatIsTakenIsACandidate(@ForAll("words") String typed, @ForAll("words") String written) {
        if (new Alike(List.of(typed)).score(written).isPresent()) {
            assertThat(Pattern.compile(Alike.slips(typed)).matcher(written).find())
                    .isTrue();
        }
    }

    @Property
    void signsOfExpressionsAreLetters(@ForAll @IntRange(min = 33, max = 126) int sign) {
        String typed = "نو" + (char) sign + "ری";

        assertThat(Pattern.compile(Alike.slips(typed)).matcher(typed).find()).isTrue();
    }

    /** They would be looked for in every record there is. */
    @Test
    void neitherNumbersNorSignsAreForgiven() {
        assertThat(new Alike(List.of("09121234", "😀😀😀", "+−×÷")).isPossible())
                .isFalse();
        assertThat(new Alike(List.of("09121234", "n😀😀😀")).isPossible()).isTrue();
    }

    private static String slipped(String word, Slip slip, int place) {
        int at = place % word.length();
        String before = word.substring(0, at);
        String letter = word.substring(at, at + 1);
        String after = word.substring(at + 1);
        return switch (slip) {
            case WRONG -> before + "ژ" + after;
            case MISSING -> before + after;
            case TOO_MANY -> before + letter + "ژ" + after;
            case EXCHANGED -> after.isEmpty() ? word : before + after.charAt(0) + letter + after.substring(1);
        };
    }

    /** Of few letters, so that many are alike. */
    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withChars("نوریs1")
                .ofMinLength(4)
                .ofMaxLength(7)
                .filter(word -> !word.matches("[0-9]+"));
    }
}
