package org.peyvand.setting;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.peyvand.database.DataDirectory;
import org.peyvand.database.StartRefused;
import org.springframework.core.env.PropertyResolver;

/** The one key of an installation, from which a key for each purpose is derived; several nodes must share it. */
public final class Secret {

    private static final int SHORTEST = 32;

    private final byte[] root;

    Secret(String text) {
        this.root = text.getBytes(StandardCharsets.UTF_8);
    }

    /** From {@code PEYVAND_SECRET}, else from a file in the data directory that is made on first use. */
    static Secret of(PropertyResolver properties, DataDirectory home) {
        var given = properties.getProperty("PEYVAND_SECRET");
        if (given == null || given.isBlank()) {
            return new Secret(home.secretFile("secret", Secret::random));
        }
        if (given.strip().length() < SHORTEST) {
            throw new StartRefused("PEYVAND_SECRET must have " + SHORTEST + " characters or more.");
        }
        return new Secret(given.strip());
    }

    /**
     * A key of 256 bits for one purpose: HMAC-SHA-256 of its name under the installation's secret.
     *
     * @param purpose stays the same for as long as anything sealed with the key lives
     */
    public SecretKey keyFor(String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(root, "HmacSHA256"));
            return new SecretKeySpec(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
