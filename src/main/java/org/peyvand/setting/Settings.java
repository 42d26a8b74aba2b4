package org.peyvand.setting;

import java.net.URI;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/**
 * What the operator decided before the start, checked and immutable.
 *
 * @param baseUrl how people reach the program, without a slash at the end
 * @param administrator the first one, when it is to be made without the set-up link
 * @param locale of those who have not chosen one, {@code fa} or {@code en}
 * @param timeZone of those who have not chosen one
 * @param currency of amounts that name none
 */
public record Settings(
        URI baseUrl,
        Optional<FirstAdministrator> administrator,
        Locale locale,
        ZoneId timeZone,
        Currency currency,
        Demo demo,
        Optional<MailServer> mail) {

    /** Whether to fill an empty database with a believable company, and how large a one. */
    public enum Demo {
        NONE,
        SMALL,
        LARGE
    }

    /**
     * The administrator to make when there is none.
     *
     * @param password absent: a set-up link goes to the log
     * @param token of the API, to be stored as a hash
     */
    public record FirstAdministrator(String email, Optional<String> password, Optional<String> token) {

        /** Keeps the secrets out of logs. */
        @Override
        public String toString() {
            return email;
        }
    }

    /**
     * Where mail is handed over.
     *
     * @param from the address that mail comes from
     */
    public record MailServer(
            String host,
            int port,
            Encryption encryption,
            Optional<String> user,
            Optional<String> password,
            String from) {

        /** When the talk with the server is encrypted. */
        public enum Encryption {
            /** If the server offers it. */
            OFFERED,
            /** Before anything is said; a server that does not offer it gets nothing. */
            REQUIRED,
            /** From the first byte, as in {@code smtps}. */
            FIRST_BYTE
        }

        /** Keeps the password out of logs. */
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }
}
