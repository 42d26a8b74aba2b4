package org.peyvand.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsPartsTest {

    @ParameterizedTest
    @CsvSource({
        "س, 70, 1",
        "س, 71, 2",
        "س, 134, 2",
        "س, 135, 3",
        "a, 160, 1",
        "a, 161, 2",
        "a, 306, 2",
        "a, 307, 3",
        "€, 80, 1",
        "€, 81, 2"
    })
    void countsPartsByTheAlphabetOfTheText(String letter, int times, int parts) {
        assertThat(SmsParts.of(letter.repeat(times)).parts()).isEqualTo(parts);
    }
}
