package org.peyvand.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encrypted ways to a mail server, whose certificate must be trusted and fit its name, and signing in there. */
class MailEncryptionTest {

    private static final String WORD = "changeit";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @TempDir
    Path directory;

    private TlsDoor starttls;
    private TlsDoor smtps;

    @BeforeEach
    void start() throws Exception {
        server.start();
        server.setUser("crm@pars.example", "crm", "p:w/@");
        SSLContext tls = certificate();
        starttls = new TlsDoor(tls, server.getSmtp().getPort(), false);
        smtps = new TlsDoor(tls, server.getSmtp().getPort(), true);
    }

    @AfterEach
    void stop() {
        starttls.close();
        smtps.close();
        server.stop();
    }

    @Test
    void mailGoesByEveryEncryptedWayToWhomIsTrusted() throws Exception {
        List<String> results = results(
                true,
                "OFFERED localhost " + starttls.port() + " crm p:w/@",
                "REQUIRED localhost " + starttls.port() + " crm p:w/@",
                "FIRST_BYTE localhost " + smtps.port() + " crm p:w/@");

        assertThat(results).containsExactly("sent", "sent", "sent");
        assertThat(server.getReceivedMessages()).hasSize(3);
    }

    @Test
    void nothingIsSaidToWhomIsNotTrustedOrHasAnotherName() throws Exception {
        List<String> unknown = results(
                false,
                "OFFERED localhost " + starttls.port() + " crm p:w/@",
                "FIRST_BYTE localhost " + smtps.port() + " crm p:w/@");
        List<String> otherName = results(true, "FIRST_BYTE 127.0.0.1 " + smtps.port() + " crm p:w/@");

        assertThat(unknown).containsExactly("FOR_NOW mail-certificate", "FOR_NOW mail-certificate");
        assertThat(otherName).containsExactly("FOR_NOW mail-certificate");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void serverWithoutEncryptionGetsNothingWhereThatIsRequired() throws Exception {
        List<String> results = results(
                true,
                "REQUIRED 127.0.0.1 " + server.getSmtp().getPort() + " crm p:w/@",
                "OFFERED 127.0.0.1 " + server.getSmtp().getPort() + " crm p:w/@");

        assertThat(results).containsExactly("FOR_NOW mail-no-starttls", "sent");
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void wrongPasswordIsToldFromEveryOtherFailure() throws Exception {
        List<String> results = results(
                true,
                "REQUIRED localhost " + starttls.port() + " crm wrong",
                "FIRST_BYTE localhost " + smtps.port() + " crm wrong");

        assertThat(results).containsExactly("FOR_NOW mail-login", "FOR_NOW mail-login");
    }

    private List<String> results(boolean trusting, String... ways) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        if (trusting) {
            command.add("-Djavax.net.ssl.trustStore=" + directory.resolve("store.p12"));
            command.add("-Djavax.net.ssl.trustStorePassword=" + WORD);
        }
        command.add(MailProgram.class.getName());
        command.addAll(List.of(ways));
        Process program = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream output = program.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> line.startsWith("RESULT "))
                    .map(line -> line.substring(7))
                    .toList();
        }
    }

    /** A certificate of its own for localhost, and for no other name. */
    private SSLContext certificate() throws Exception {
        Path store = directory.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "mail",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        WORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, WORD.toCharArray());
        }
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, WORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(factory.getKeyManagers(), null, null);
        return tls;
    }
}
