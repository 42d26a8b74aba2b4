package org.peyvand.setting;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;

/** Seals texts that must be kept but not be read from a copy of the database: AES-GCM under a key for their purpose. */
@Component
public final class Secrets {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Secret secret;

    Secrets(Secret secret) {
        this.secret = secret;
    }

    /**
     * Seals a text: a nonce, then what AES-GCM makes of it.
     *
     * @param purpose what it is for; opens only under the same
     */
    public byte[] seal(String purpose, String text) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = run(Cipher.ENCRYPT_MODE, purpose, nonce, text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What is kept for " + purpose + " cannot be sealed", e);
        }
    }

    /**
     * Opens what was sealed.
     *
     * @throws IllegalStateException when it was sealed by another secret or altered since
     */
    public String open(String purpose, byte[] sealed) {
        return opened(purpose, sealed)
                .orElseThrow(() ->
                        new IllegalStateException("What is kept for " + purpose + " was not sealed by this secret"));
    }

    /** Opens what was sealed; empty when that was by another secret, or when it was altered since. */
    public Optional<String> opened(String purpose, byte[] sealed) {
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE];
        buffer.get(nonce);
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        try {
            return Optional.of(new String(run(Cipher.DECRYPT_MODE, purpose, nonce, rest), StandardCharsets.UTF_8));
        } catch (AEADBadTagException _) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What is kept for " + purpose + " cannot be opened", e);
        }
    }

    private byte[] run(int mode, String purpose, byte[] nonce, byte[] input) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, secret.keyFor(purpose), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher.doFinal(input);
    }
}
