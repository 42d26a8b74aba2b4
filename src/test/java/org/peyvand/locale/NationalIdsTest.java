package org.peyvand.locale;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NationalIdsTest {

    @ParameterizedTest
    @ValueSource(strings = {"0084575948", "0499370899", "0790419904", "۰۰۸۴۵۷۵۹۴۸", "84575948", "008-457594-8"})
    void acceptsNationalCodes(String code) {
        assertThat(NationalIds.isNationalCode(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0084575949", "1111111111", "0000000000", "", "123", "00845759480", "008457594a"})
    void refusesOtherNationalCodes(String code) {
        assertThat(NationalIds.isNationalCode(code)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10380284790", "14007650912", "10100171920", "10320894878", "۱۰۳۸۰۲۸۴۷۹۰"})
    void acceptsLegalNationalIds(String id) {
        assertThat(NationalIds.isLegalNationalId(id)).isTrue();
        assertThat(NationalIds.isEconomicCode(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10380285692", "10101556471", "", "1038028479", "11111111111"})
    void refusesOtherLegalNationalIds(String id) {
        assertThat(NationalIds.isLegalNationalId(id)).isFalse();
        assertThat(NationalIds.isEconomicCode(id)).isFalse();
    }

    @Test
    void knowsTheOtherNumbers() {
        assertThat(NationalIds.isEconomicCode("00845759480001")).isTrue();
        assertThat(NationalIds.isEconomicCode("411111111111")).isFalse();
        assertThat(NationalIds.isPostalCode("13456-78911")).isTrue();
        assertThat(NationalIds.isPostalCode("11111-78911")).isFalse();
        assertThat(NationalIds.isIban("IR500120020000004444994196")).isTrue();
        assertThat(NationalIds.isIban("ir82 0540 1026 8002 0817 9090 02")).isTrue();
        assertThat(NationalIds.isIban("IR500120020000004444994197")).isFalse();
        assertThat(NationalIds.isCard("6037-7016-8909-5443")).isTrue();
        assertThat(NationalIds.isCard("۶۲۱۹۸۶۱۰۳۴۵۲۹۰۰۷")).isTrue();
        assertThat(NationalIds.isCard("6037701689095444")).isFalse();
    }
}
