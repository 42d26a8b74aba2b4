package org.peyvand.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends bytes as they are: what no well-behaved client would send. */
public final class RawHttp {

    private RawHttp() {}

    /** The whole answer to a request line and headers, of which {@code Connection: close} is added. */
    public static String send(TestProgram program, String requestLine, String... headers) {
        StringBuilder request = new StringBuilder(requestLine).append(" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return send(program, request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The whole answer to any bytes. */
    public static String send(TestProgram program, byte[] request) {
        try (Socket socket = new Socket("127.0.0.1", URI.create(program.url()).getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
