package org.peyvand.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A wire to a server that can be cut, or go silent, and be mended. */
public final class Relay implements AutoCloseable {

    private final int target;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket listening;
    private volatile boolean silent;

    public Relay(int target) {
        this.target = target;
        var socket = listen(0);
        this.port = socket.getLocalPort();
        serve(socket);
    }

    public int port() {
        return port;
    }

    /** Ends every connection and refuses new ones. */
    public synchronized void cut() {
        closeQuietly(listening);
        sockets.forEach(Relay::closeQuietly);
        sockets.clear();
        listening = null;
    }

    /** Lets new connections in and tells them nothing, for good; those that stand go on. */
    public void silence() {
        silent = true;
    }

    /** Whole again; changes nothing where nothing is cut. */
    public synchronized void mend() {
        silent = false;
        if (listening == null) {
            serve(listen(port));
        }
    }

    @Override
    public void close() {
        cut();
    }

    private static ServerSocket listen(int port) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(ServerSocket server) {
        listening = server;
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    var client = server.accept();
                    if (silent) {
                        sockets.add(client);
                        continue;
                    }
                    var other = new Socket(InetAddress.getLoopbackAddress(), target);
                    sockets.add(client);
                    sockets.add(other);
                    pump(client, other);
                    pump(other, client);
                } catch (IOException e) {
                    closeQuietly(server);
                }
            }
        });
    }

    private static void pump(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                closeQuietly(to);
            }
        });
    }

    private static void closeQuietly(@Nullable AutoCloseable socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("A socket does not close", e);
        }
    }
}
