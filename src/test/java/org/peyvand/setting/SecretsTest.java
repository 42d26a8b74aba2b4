package org.peyvand.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretsTest {

    private final Secrets secrets = new Secrets(new Secret("a secret of thirty-two characters"));

    @Test
    void opensWhatItSealed() {
        byte[] sealed = secrets.seal("mail", "رمز");

        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("رمز");
        assertThat(secrets.open("mail", sealed)).isEqualTo("رمز");
        assertThat(secrets.seal("mail", "رمز")).isNotEqualTo(sealed);
    }

    @Test
    void opensForTheSamePurposeAndSecretOnlyAndNothingThatWasAltered() {
        byte[] sealed = secrets.seal("mail", "text");
        byte[] altered = sealed.clone();
        altered[altered.length - 1] ^= 1;
        Secrets other = new Secrets(new Secret("another secret of the same length"));

        assertThatIllegalStateException().isThrownBy(() -> secrets.open("sms", sealed));
        assertThatIllegalStateException().isThrownBy(() -> secrets.open("mail", altered));
        assertThatIllegalStateException().isThrownBy(() -> other.open("mail", sealed));
    }
}
