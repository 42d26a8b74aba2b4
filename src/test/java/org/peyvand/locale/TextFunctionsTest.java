package org.peyvand.locale;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.VersionInfo;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peyvand.testing.TestDatabase;

@Tag("database")
class TextFunctionsTest {

    /** That of PostgreSQL 16 and the systems it runs on. */
    private static final VersionInfo OLDEST_UNICODE = VersionInfo.getInstance(15);

    private static final TestDatabase database = TestDatabase.fresh();

    @AfterAll
    static void drop() {
        database.close();
    }

    @ParameterizedTest
    @MethodSource("org.peyvand.locale.TextVectors#all")
    void foldsInSqlAsInJava(TextVectors.Vector vector) {
        assertThat(searchText(vector.text())).isEqualTo(vector.searchText());
        assertThat(matchKey(vector.text())).isEqualTo(vector.matchKey());
    }

    /** Every character of the table and its neighbours, alone between two letters; of those that the oldest server knows. */
    @Test
    void foldsEveryCharacterOfTheBasicPlaneAlike() {
        var line = new StringBuilder();
        for (int code = 1; code < 0xD800; code++) {
            if (code < 0x3100 && isKnown(code) && !isCasedBeyondSimpleMapping(code)) {
                line.append('ب').append((char) code).append('b');
            }
        }
        String text = line.toString();

        assertThat(searchText(text)).isEqualTo(PersianText.searchText(text));
    }

    @Test
    void foldsRandomMixturesAlike() {
        var random = new Random(1405);
        String alphabet = "ابپ آأئیيكکةۀ\u200C\u200Fـًّٔٓء۱٢3 aBÉe\u0301,.«»-(\u00A0";
        for (int i = 0; i < 500; i++) {
            var text = new StringBuilder();
            for (int k = random.nextInt(14); k >= 0; k--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(searchText(text.toString())).isEqualTo(PersianText.searchText(text.toString()));
            assertThat(matchKey(text.toString())).isEqualTo(PersianText.matchKey(text.toString()));
        }
    }

    @Test
    void baresNamesAlike() {
        var random = new Random(1406);
        var words =
                "شرکت گروه با مسئولیت محدود (سهامی خاص) مهندس آقای سید سیدی دکتر علی‌رضا كريمي آرمان Pars CO. Inc The theo، 12"
                        .split(" ");
        for (int i = 0; i < 500; i++) {
            var text = new StringBuilder();
            for (int k = random.nextInt(6); k >= 0; k--) {
                text.append(words[random.nextInt(words.length)]).append(random.nextBoolean() ? " " : "، ");
            }
            assertThat(database.sql().fetchValue("select name_key(?)", text.toString()))
                    .isEqualTo(PersianText.nameKey(text.toString()));
        }
        for (TextVectors.Vector vector : TextVectors.all()) {
            assertThat(database.sql().fetchValue("select name_key(?)", vector.text()))
                    .isEqualTo(PersianText.nameKey(vector.text()));
        }
    }

    @Test
    void servesAsAGeneratedColumnWithATrigramIndex() {
        database.sql()
                .execute("create table person (name text, name_search text generated always as (search_text(name))"
                        + " stored, name_key text generated always as (match_key(name)) stored)");
        database.sql().execute("create index on person using gin (name_search gin_trgm_ops)");
        database.sql().execute("insert into person (name) values ('علي‌رضا كريمي'), (null)");

        Object found = database.sql()
                .fetchValue("select name_key from person where name_search like '%' || search_text('کریمی') || '%'");

        assertThat(found).isEqualTo("علیرضاکریمی");
    }

    @Test
    void tellsHowFastItFolds() {
        database.sql()
                .execute(
                        "create table names as select 'علی‌رضا كريمي ' || n as name from generate_series(1, 200000) n");
        long started = System.nanoTime();
        database.sql().fetch("select sum(length(search_text(name))) from names");
        long searchNanos = System.nanoTime() - started;

        System.out.printf("search_text in SQL: %.2f µs a row%n", searchNanos / 200_000_000.0);
        assertThat(searchNanos).isPositive();
    }

    private static boolean isKnown(int code) {
        return Character.isDefined(code) && UCharacter.getAge(code).compareTo(OLDEST_UNICODE) <= 0;
    }

    private static boolean isCasedBeyondSimpleMapping(int code) {
        return code == 0x0130;
    }

    private static String searchText(String text) {
        return String.valueOf(database.sql().fetchValue("select search_text(?)", text));
    }

    private static String matchKey(String text) {
        return String.valueOf(database.sql().fetchValue("select match_key(?)", text));
    }
}
