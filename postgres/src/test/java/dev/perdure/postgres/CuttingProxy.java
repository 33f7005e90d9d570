package dev.perdure.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stands between stores and the server, and cuts connections: before a request comes through, so that nothing happens, or
 * before its answer does, so that nobody hears that it happened.
 */
public final class CuttingProxy implements AutoCloseable {
    private static final Executor THREADS = work -> {
        var thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    };

    /** The lane of connections that are no lane's: those for the user's transactions. */
    public static final String OTHERS = "";

    private final ServerSocket entry;
    private final int target;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Cut> armed = new AtomicReference<>();
    private volatile CountDownLatch open = new CountDownLatch(0);
    private volatile boolean forGood;
    private volatile boolean away;

    /** To a server on a port of this machine. */
    public CuttingProxy(int target) throws IOException {
        this.target = target;
        entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        THREADS.execute(this::accept);
    }

    /** The port to connect to. */
    public int port() {
        return entry.getLocalPort();
    }

    /** Which request is cut: the how manieth on the connection of a lane, and on which side of the server. */
    private record Cut(String lane, int request, boolean answer) {}

    /** Cuts the {@code request}th one from now on this lane's connection; {@code answer} lets the server carry it out. */
    public void arm(String lane, int request, boolean answer) {
        armed.set(new Cut(lane, request, answer));
    }

    /** As {@link #arm}; afterwards nobody can connect, until this is disarmed. */
    public void armForGood(String lane, int request, boolean answer) {
        forGood = true;
        arm(lane, request, answer);
    }

    /** Lets all through; whether the cut was made. */
    public boolean disarm() {
        forGood = false;
        away = false;
        return armed.getAndSet(null) == null;
    }

    /** Whether all these lanes have had a connection. */
    public boolean knows(Set<String> lanes) {
        return links.stream()
                .map(link -> String.valueOf(link.lane))
                .collect(Collectors.toSet())
                .containsAll(lanes);
    }

    /** Resets every connection there is. */
    public void reset() {
        links.forEach(Link::close);
    }

    /** Lets nothing through any more, in either direction, and closes nothing: a network that has gone. */
    public void swallow() {
        open = new CountDownLatch(1);
    }

    /** Lets everything through again, what was held back first. */
    public void heal() {
        open.countDown();
    }

    /** Takes the server away from every connection there is; the clients hear nothing of it, and never an answer. */
    public void halfOpen() {
        links.forEach(Link::loseServer);
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                var client = entry.accept();
                if (away) {
                    client.close();
                    continue;
                }
                var link = new Link(client, new Socket(InetAddress.getLoopbackAddress(), target));
                links.add(link);
                THREADS.execute(link::requests);
                THREADS.execute(link::answers);
            } catch (IOException e) {
                // Closed, or the server is not there: who has called sees the connection end.
            }
        }
    }

    @Override
    public void close() throws IOException {
        entry.close();
        heal();
        reset();
    }

    private final class Link {
        private final Socket client;
        private final Socket server;
        private volatile @Nullable String lane;
        private volatile boolean muted;
        private volatile boolean lost;
        private int requests;
        private @Nullable Cut counted;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void requests() {
            pump(client, server, this::passes);
            if (lost) pump(client, null, any -> true);
        }

        void answers() {
            pump(server, client, chunk -> !muted);
        }

        void loseServer() {
            lost = true;
            close(server);
        }

        private boolean passes(Chunk chunk) {
            var text = new String(chunk.bytes, 0, chunk.length, StandardCharsets.ISO_8859_1);
            int name = text.indexOf("application_name = 'perdure-");
            if (name >= 0) {
                lane = text.substring(name + 28, text.indexOf('\'', name + 28));
                return true;
            }
            var cut = armed.get();
            if (cut == null || !cut.lane.equals(lane == null ? OTHERS : lane)) return true;
            if (!cut.equals(counted)) {
                counted = cut;
                requests = 0;
            }
            if (++requests < cut.request || !armed.compareAndSet(cut, null)) return true;
            muted = true;
            away = forGood;
            return cut.answer;
        }

        private void pump(Socket from, @Nullable Socket to, Gate gate) {
            boolean mine = to == null;
            try {
                var bytes = new byte[1 << 16];
                InputStream in = from.getInputStream();
                for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                    if (!gate.passes(new Chunk(bytes, length))) break;
                    open.await();
                    if (to != null) write(to, bytes, length);
                }
            } catch (IOException e) {
                // The other end has closed.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                if (mine || !lost) close();
            }
        }

        private static void write(Socket to, byte[] bytes, int length) throws IOException {
            OutputStream out = to.getOutputStream();
            out.write(bytes, 0, length);
            out.flush();
        }

        void close() {
            links.remove(this);
            close(client);
            close(server);
        }

        private static void close(Socket socket) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Chunk(byte[] bytes, int length) {}

    private interface Gate {
        boolean passes(Chunk chunk);
    }
}
