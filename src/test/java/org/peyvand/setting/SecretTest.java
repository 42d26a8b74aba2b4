package org.peyvand.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyvand.database.DataDirectory;
import org.peyvand.database.StartRefused;
import org.springframework.mock.env.MockEnvironment;

class SecretTest {

    @TempDir
    Path home;

    @Test
    void isMadeOnceForItsOwnerAlone() throws IOException {
        var first = Secret.of(new MockEnvironment(), new DataDirectory(home));
        var second = Secret.of(new MockEnvironment(), new DataDirectory(home));

        assertThat(first.keyFor("totp")).isEqualTo(second.keyFor("totp"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secret"))))
                .isEqualTo("rw-------");
    }

    @Test
    void givesEveryPurposeItsOwnKey() {
        var secret = new Secret("0123456789".repeat(4));

        assertThat(secret.keyFor("totp")).isNotEqualTo(secret.keyFor("mail"));
        assertThat(secret.keyFor("totp").getEncoded()).hasSize(32);
    }

    @Test
    void isRefusedWhenShort() {
        var environment = new MockEnvironment().withProperty("PEYVAND_SECRET", "short");

        assertThatThrownBy(() -> Secret.of(environment, new DataDirectory(home)))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("PEYVAND_SECRET");
    }
}
