package org.peyvand.channel.sms;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A server that takes a call and hangs up without an answer. */
final class SilentDoor implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

    SilentDoor() throws IOException {
        Thread.ofVirtual().start(this::hangUp);
    }

    int port() {
        return door.getLocalPort();
    }

    private void hangUp() {
        while (!door.isClosed()) {
            try (var caller = door.accept()) {
                caller.getInputStream().read();
            } catch (IOException closed) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
