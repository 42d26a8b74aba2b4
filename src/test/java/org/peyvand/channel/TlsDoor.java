package org.peyvand.channel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A door before a plain mail server: its talk is encrypted from the first byte or from STARTTLS on. */
final class TlsDoor implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final SSLContext tls;
    private final int behind;
    private final boolean fromTheFirstByte;

    TlsDoor(SSLContext tls, int behind, boolean fromTheFirstByte) throws IOException {
        this.tls = tls;
        this.behind = behind;
        this.fromTheFirstByte = fromTheFirstByte;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                var server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            if (!fromTheFirstByte && !asksForTls(client)) {
                return;
            }
            try (var safe = (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), true)) {
                safe.setUseClientMode(false);
                safe.startHandshake();
                if (!fromTheFirstByte) {
                    line(server.getInputStream());
                }
                Thread.ofVirtual().start(() -> pump(server, safe));
                safe.getInputStream().transferTo(server.getOutputStream());
            }
        } catch (IOException leftOrRefused) {
            // the client does not trust the certificate, or is done
        }
    }

    /** Answers false when the client leaves instead, or says anything else in plain text. */
    private static boolean asksForTls(Socket client) throws IOException {
        say(client, "220 door");
        String command = line(client.getInputStream()).toUpperCase(Locale.ROOT);
        while (command.startsWith("EHLO")) {
            say(client, "250-door\r\n250 STARTTLS");
            command = line(client.getInputStream()).toUpperCase(Locale.ROOT);
        }
        if (!command.equals("STARTTLS")) {
            return false;
        }
        say(client, "220 go on");
        return true;
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException done) {
            // the other way is closed by now
        }
    }

    /** Byte by byte, since what follows a command may be encrypted. */
    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
