package org.peyvand.setting;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.peyvand.database.StartRefused;
import org.peyvand.setting.Settings.MailServer;
import org.peyvand.setting.Settings.MailServer.Encryption;

/** Reads the address of a mail server. A refusal does not repeat it, since it holds a password. */
final class MailAddress {

    private static final int TLS_PORT = 465;
    private static final int SUBMISSION_PORT = 587;
    private static final String REQUIRED = "starttls=required";

    private MailAddress() {}

    /**
     * A server from {@code smtp://user:password@host:port?starttls=required} or {@code smtps://}; user and password are escaped.
     *
     * @param from the address that mail is to come from; absent: the user where that is an address, else one of our host
     */
    static MailServer read(String url, Optional<String> from, String ownHost) {
        URI uri = parsed(url);
        Encryption encryption = encryption(uri);
        String[] login = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        Optional<String> user = part(login, 0);
        String sender = from.or(() -> user.filter(name -> name.contains("@"))).orElse("peyvand@" + ownHost);
        int usual = encryption == Encryption.FIRST_BYTE ? TLS_PORT : SUBMISSION_PORT;
        return new MailServer(
                uri.getHost(), uri.getPort() > 0 ? uri.getPort() : usual, encryption, user, part(login, 1), sender);
    }

    private static URI parsed(String url) {
        try {
            URI uri = new URI(url);
            boolean bare = String.valueOf(uri.getPath()).matches("(null)?/?") && uri.getFragment() == null;
            if (uri.getHost() != null && bare && uri.getPort() <= 65535) {
                return uri;
            }
        } catch (URISyntaxException _) {
            // refused below, like any other text that is no mail server
        }
        throw refusal();
    }

    private static Encryption encryption(URI uri) {
        boolean asked = REQUIRED.equals(uri.getRawQuery());
        if (uri.getRawQuery() != null && !asked) {
            throw new StartRefused("PEYVAND_SMTP_URL knows nothing but ?" + REQUIRED + " behind the port.");
        }
        return switch (String.valueOf(uri.getScheme())) {
            case "smtps" -> Encryption.FIRST_BYTE;
            case "smtp" -> asked ? Encryption.REQUIRED : Encryption.OFFERED;
            default -> throw refusal();
        };
    }

    /** A plus stays a plus: this is no form. */
    private static Optional<String> part(String[] login, int index) {
        return index < login.length && !login[index].isEmpty()
                ? Optional.of(URLDecoder.decode(login[index].replace("+", "%2B"), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static StartRefused refusal() {
        return new StartRefused("PEYVAND_SMTP_URL must look like smtp://user:password@host:port.");
    }
}
