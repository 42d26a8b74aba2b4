package org.peyvand.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    /** Else the time of an answer would tell whether there is such a user. */
    @Test
    void lookingForNobodyCostsAsMuchAsLookingForSomebody() {
        var encoder = new SecurityConfiguration().passwordEncoder();

        var somebody = encoder.encode("a password of somebody");

        assertThat(cost(Passwords.HASH_OF_NOBODY)).isEqualTo(cost(somebody));
        assertThat(Passwords.HASH_OF_NOBODY).hasSameSizeAs(somebody);
        assertThat(encoder.upgradeEncoding(Passwords.HASH_OF_NOBODY)).isFalse();
        assertThat(encoder.matches("a password of somebody", Passwords.HASH_OF_NOBODY))
                .isFalse();
    }

    /** Algorithm, version and the three costs, without salt and hash. */
    private static String cost(String hash) {
        return hash.substring(0, hash.indexOf('$', hash.indexOf("m=")));
    }
}
