package org.peyvand.record.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrigramsTest {

    @ParameterizedTest
    @CsvSource({
        "نازنین محمدی منش, %ناز%نین%حمدی%منش%",
        "علی رضایی, %علی %ضایی%",
        "محمد محمدی, %محمد %حمدی%",
        "شرکت بازرگانی, %شرکت %باز%گانی%",
        "نازنین, %ناز%نین%",
        "a b, %a b%",
        "sara@pars.example x, %sara@pars.example x%",
        "50% off, %50\\% off%",
    })
    void asksForTilesOfWords(String phrase, String pattern) {
        assertThat(Trigrams.leadingTo(Arrays.asList(phrase.split(" ")))).isEqualTo(pattern);
    }

    /** Whatever surrounds it: a text that holds the phrase is never left out. */
    @Property
    void leadsToEveryTextThatHoldsThePhrase(
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(min = 1, max = 9) String first,
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(min = 1, max = 9) String second,
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 3) String around) {
        String phrase = first + " " + second;
        String expression = Trigrams.leadingTo(Arrays.asList(phrase.split(" "))).replace("%", ".*");

        assertThat(around + phrase + around).matches(expression);
    }
}
