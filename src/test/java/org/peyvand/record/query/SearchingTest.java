package org.peyvand.record.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyvand.record.query.TradingFloor.FIRMS;
import static org.peyvand.record.query.TradingFloor.PEOPLE;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peyvand.record.Actor;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchingTest {

    private final TradingFloor floor = new TradingFloor();
    private final Actor actor = TradingFloor.user(UUID.randomUUID());

    @BeforeAll
    void fill() {
        UUID firm = floor.put(
                FIRMS,
                Map.of(
                        "name",
                        "پارس خودرو",
                        "legalName",
                        "ایران پارس",
                        "email",
                        "info@pars.example",
                        "mobile",
                        "+989121234567"));
        floor.put(FIRMS, Map.of("name", "پارس"));
        floor.put(FIRMS, Map.of("name", "نوپارسیان"));
        floor.put(PEOPLE, Map.of("name", "سید محمدرضا محمدی", "firm", firm));
        floor.put(PEOPLE, Map.of("name", "Sara Smith", "email", "sara@smith.example"));
    }

    @AfterAll
    void close() {
        floor.close();
    }

    private List<String> found(String words) {
        return floor.gate().search(actor, words, Set.of(), 10).stream()
                .map(Hit::name)
                .toList();
    }

    @Test
    void exactTitlesComeBeforeBeginningsBeforeMiddles() {
        List<Hit> hits = floor.gate().search(actor, "پارس", Set.of(), 10);

        assertThat(hits).extracting(Hit::name).containsExactly("پارس", "پارس خودرو", "نوپارسیان");
        assertThat(hits).extracting(Hit::score).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(hits.getFirst().score()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            محمدي سيد          | سید محمدرضا محمدی
            محمد رضا           | سید محمدرضا محمدی
            مجمدرضا            | سید محمدرضا محمدی
            lpln               | سید محمدرضا محمدی
            hdvhk              | پارس خودرو
            سشقش سپهفا          | Sara Smith
            Smiht              | Sara Smith
            پراس               | پارس خودرو
            پابرس              | پارس خودرو
            پاوس               | پارس خودرو
            INFO@pars.example  | پارس خودرو
            0912 123           | پارس خودرو
            """)
    void forgivesSpellingKeyboardAndTypos(String words, String name) {
        assertThat(found(words)).contains(name);
    }

    @Test
    void findsAShortWordWithASlipAmongManyThatShareItsLetters() {
        for (int i = 0; i < 600; i++) {
            floor.put(PEOPLE, Map.of("name", "گلروی"));
        }
        floor.put(PEOPLE, Map.of("name", "نوری"));

        assertThat(found("نروی")).contains("نوری");
    }

    /** A sign beyond the first plane of Unicode is two characters of Java, which a slip parts. */
    @Test
    void findsAWordWithASlipAndASign() {
        floor.put(PEOPLE, Map.of("name", "شهره 😀مهر"));

        assertThat(found("😀مهرر")).contains("شهره 😀مهر");
    }

    @Test
    void oneOrTwoLettersAreTheBeginningOfAWord() {
        assertThat(found("خو")).contains("پارس خودرو");
        assertThat(found("پ خ")).contains("پارس خودرو");
        assertThat(found("ود")).doesNotContain("پارس خودرو");
        assertThat(found("12")).contains("پارس خودرو");
    }

    @Test
    void tellsNamesakesApartByTheirSubtitle() {
        assertThat(floor.gate().search(actor, "محمدرضا", Set.of(PEOPLE), 5))
                .extracting(Hit::subtitle)
                .containsExactly("پارس خودرو");
    }

    @Test
    void asksTheGivenTypesOnlyAndNothingForNoWords() {
        assertThat(floor.gate().search(actor, "پارس", Set.of(PEOPLE), 5)).isEmpty();
        assertThat(found("")).isEmpty();
        assertThat(found("  !؟ ")).isEmpty();
    }

    @Test
    void quickWordsOfAListLookAtTitleMailAndTelephoneOnly() {
        Query query = Query.of(FIRMS);

        assertThat(floor.names(actor, query.matching("خودرو pars"))).containsExactly("پارس خودرو");
        assertThat(floor.names(actor, query.matching("0912"))).containsExactly("پارس خودرو");
        assertThat(floor.names(actor, query.matching("ایران"))).isEmpty();
        assertThat(floor.names(actor, query.matching(" "))).hasSize(3);
        assertThat(floor.names(actor, query.matching("؟"))).isEmpty();
    }

    @Test
    void aWholeNumberOrAddressIsWhoBearsItBeforeWhoContainsIt() {
        floor.put(PEOPLE, Map.of("name", "دارنده", "mobile", "+989127770001", "email", "own@bearer.example"));
        floor.put(PEOPLE, Map.of("name", "کد 0989127770001", "code", "989127770001"));
        floor.put(FIRMS, Map.of("name", "بنگاه 989127770001"));

        assertThat(found("0912 777 0001")).containsExactlyInAnyOrder("دارنده", "بنگاه 989127770001");
        assertThat(found("۰۹۱۲۷۷۷۰۰۰۱")).contains("دارنده");
        assertThat(found("Own@Bearer.example")).containsExactly("دارنده");
        assertThat(found("127770001")).hasSize(3);
    }

    @Test
    void aHiddenNumberLeadsToNobody() {
        floor.put(PEOPLE, Map.of("name", "پنهان", "mobile", "+989127770002"));
        floor.visibility().hide(PEOPLE, TradingFloor.MOBILE);
        try {
            assertThat(found("09127770002")).isEmpty();
        } finally {
            floor.visibility().reset();
        }
    }

    @Test
    void aNameThatBeginsWithTheWordsIsFoundBehindAnyNumberOfLaterOnes() {
        floor.put(PEOPLE, Map.of("name", "مهرگان"));
        for (int i = 0; i < 60; i++) {
            floor.put(PEOPLE, Map.of("name", "بوستان مهرگان " + i));
        }

        assertThat(found("مهرگان").getFirst()).isEqualTo("مهرگان");
    }
}
