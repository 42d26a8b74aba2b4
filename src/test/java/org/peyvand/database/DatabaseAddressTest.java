package org.peyvand.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

    @Test
    void readsTheStyleOfLibpq() {
        var address = DatabaseAddress.parse(
                "postgresql://crm%40office:p%3Aw%2Fd@db.example.ir:6432/crm?sslmode=require&connect_timeout=3");

        assertThat(address.user()).isEqualTo("crm@office");
        assertThat(address.password()).isEqualTo("p:w/d");
        assertThat(address.jdbcUrl())
                .isEqualTo("jdbc:postgresql://db.example.ir:6432/crm?connectTimeout=3&sslmode=require");
    }

    @Test
    void readsTheStyleOfJdbcAndKeepsThePasswordOutOfTheUrl() {
        var address = DatabaseAddress.parse("jdbc:postgresql://10.0.0.7/crm?user=crm&password=a%26b&sslmode=disable");

        assertThat(address.user()).isEqualTo("crm");
        assertThat(address.password()).isEqualTo("a&b");
        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://10.0.0.7/crm?sslmode=disable");
        assertThat(address).asString().doesNotContain("a&b");
    }

    @Test
    void letsUserAndPasswordBeSetApart() {
        var address = DatabaseAddress.parse("postgres://first:word@host/crm").as("second", null);

        assertThat(address.user()).isEqualTo("second");
        assertThat(address.password()).isEqualTo("word");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://host/crm", "postgresql://host", "jdbc:postgresql:crm", "host:5432/crm"})
    void refusesWhatIsNoAddressOfPostgres(String url) {
        assertThatThrownBy(() -> DatabaseAddress.parse(url))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("PEYVAND_DATABASE_URL");
    }
}
