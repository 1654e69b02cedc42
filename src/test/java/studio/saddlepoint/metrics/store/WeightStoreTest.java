package studio.saddlepoint.metrics.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;

class WeightStoreTest {
    private static final byte[] CONTENT = content();

    @TempDir Path caches;

    private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch silence = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private WeightStore store;

    /** What the server does with a request. */
    private interface Answer {
        void to(HttpExchange exchange, int from) throws IOException;
    }

    private static byte[] content() {
        byte[] content = new byte[300_000];
        new Random(1).nextBytes(content);
        return content;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        store = new WeightStore(caches);
    }

    @AfterEach
    void stop() {
        silence.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void downloadsWithProgressAndKeepsTheFile() throws IOException {
        answer(WeightStoreTest::rest);
        assertTrue(store.find(known()).isEmpty());
        List<Double> fractions = new ArrayList<>();
        Path file = store.download(known(), (stage, fraction) -> fractions.add(fraction));
        assertArrayEquals(CONTENT, Files.readAllBytes(file));
        assertEquals(file, store.find(known()).orElseThrow());
        assertEquals(List.of(file), kept());
        assertEquals(1, fractions.get(fractions.size() - 1));
        for (int i = 1; i < fractions.size(); i++) {
            assertTrue(fractions.get(i) >= fractions.get(i - 1), fractions.toString());
        }
        server.stop(0);
        assertEquals(file, store.download(known(), Progress.NONE));
    }

    @Test
    void goesOnWhereTheConnectionBroke() throws IOException {
        answer(WeightStoreTest::half);
        assertRefused("broke off", known());
        assertTrue(store.find(known()).isEmpty());
        Path part = kept().get(0);
        assertTrue(Files.size(part) > 0 && Files.size(part) < CONTENT.length);
        long have = Files.size(part);
        server.removeContext("/");
        answer(WeightStoreTest::rest);
        Path file = store.download(known(), Progress.NONE);
        assertArrayEquals(CONTENT, Files.readAllBytes(file));
        assertEquals("bytes=" + have + "-", ranges.get(ranges.size() - 1));
        assertEquals(List.of(file), kept());
    }

    @Test
    void beginsAgainWhereTheServerKnowsNoRanges() throws IOException {
        Files.createDirectories(caches.resolve("weights"));
        Files.write(caches.resolve("weights/tiny.pt.part"), Arrays.copyOf(CONTENT, 1000));
        answer((exchange, from) -> rest(exchange, 0));
        assertArrayEquals(CONTENT, Files.readAllBytes(store.download(known(), Progress.NONE)));
    }

    @Test
    void takesAPartThatIsWholeAlready() throws IOException {
        Files.createDirectories(caches.resolve("weights"));
        Files.write(caches.resolve("weights/tiny.pt.part"), CONTENT);
        answer(
                (exchange, from) -> {
                    exchange.sendResponseHeaders(416, -1);
                    exchange.close();
                });
        assertArrayEquals(CONTENT, Files.readAllBytes(store.download(known(), Progress.NONE)));
    }

    @Test
    void throwsAnotherFileAway() throws IOException {
        byte[] other = CONTENT.clone();
        other[200_000] ^= 1;
        answer((exchange, from) -> send(exchange, 200, other));
        assertRefused("is another file (SHA-256 ", known());
        assertEquals(List.of(), kept());
        server.removeContext("/");
        answer(WeightStoreTest::rest);
        assertArrayEquals(CONTENT, Files.readAllBytes(store.download(known(), Progress.NONE)));
    }

    @Test
    void throwsAPartOfAnotherFileAway() throws IOException {
        Files.createDirectories(caches.resolve("weights"));
        Files.write(caches.resolve("weights/tiny.pt.part"), new byte[1000]);
        answer(WeightStoreTest::rest);
        assertRefused("is another file", known());
        assertArrayEquals(CONTENT, Files.readAllBytes(store.download(known(), Progress.NONE)));
    }

    @Test
    void getsDamagedWeightsAgain() throws IOException {
        Files.createDirectories(caches.resolve("weights"));
        byte[] damaged = CONTENT.clone();
        damaged[7] ^= 1;
        Path file = Files.write(caches.resolve("weights/tiny.pt"), damaged);
        answer(WeightStoreTest::rest);
        assertEquals(file, store.download(known(), Progress.NONE));
        assertArrayEquals(CONTENT, Files.readAllBytes(file));
    }

    /** A server may end a body by closing the connection, and it may close it too early. */
    @Test
    void goesOnAfterABodyThatJustEnds() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.submit(
                    () -> {
                        try (Socket socket = plain.accept()) {
                            byte[] head = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes();
                            socket.getInputStream().read(new byte[4096]);
                            socket.getOutputStream().write(head);
                            socket.getOutputStream().write(CONTENT, 0, 120_000);
                        }
                        return null;
                    });
            assertRefused("only 120,000 bytes of about 1 MB came", known(plain.getLocalPort()));
        }
        assertEquals(120_000, Files.size(kept().get(0)));
        answer(WeightStoreTest::rest);
        assertArrayEquals(CONTENT, Files.readAllBytes(store.download(known(), Progress.NONE)));
        assertEquals("bytes=120000-", ranges.get(ranges.size() - 1));
    }

    @Test
    void goesOnAfterAServerThatSendsPiecesOnly() throws IOException {
        Files.createDirectories(caches.resolve("weights"));
        Files.write(caches.resolve("weights/tiny.pt.part"), Arrays.copyOf(CONTENT, 1000));
        answer(
                (exchange, from) -> {
                    exchange.getResponseHeaders()
                            .add("Content-Range", "bytes %d-%d/300000".formatted(from, from + 999));
                    send(exchange, 206, Arrays.copyOfRange(CONTENT, from, from + 1000));
                });
        assertRefused("only 2,000 bytes of 300,000 came). Try again: it goes on", known());
        assertRefused("only 3,000 bytes of 300,000 came", known());
    }

    @Test
    void endsWhereAServerNeverDoes() throws IOException {
        answer(
                (exchange, from) -> {
                    exchange.sendResponseHeaders(200, 0);
                    while (true) {
                        exchange.getResponseBody().write(CONTENT);
                    }
                });
        assertRefused("sends another file as tiny.pt", known());
        assertEquals(0, Files.size(kept().get(0)));
    }

    @Test
    void followsRedirections() throws IOException {
        answer(
                (exchange, from) -> {
                    if (exchange.getRequestURI().getPath().equals("/moved")) {
                        rest(exchange, from);
                    } else {
                        exchange.getResponseHeaders().add("Location", "/moved");
                        exchange.sendResponseHeaders(302, -1);
                        exchange.close();
                    }
                });
        assertArrayEquals(CONTENT, Files.readAllBytes(store.download(known(), Progress.NONE)));
        server.removeContext("/");
        Files.delete(store.get(known()));
        answer(
                (exchange, from) -> {
                    exchange.getResponseHeaders().add("Location", "/again");
                    exchange.sendResponseHeaders(302, -1);
                    exchange.close();
                });
        assertRefused("HTTP status 302", known());
        assertTrue(store.find(known()).isEmpty());
    }

    @Test
    void tellsWhatTheServerAnswers() throws IOException {
        answer(
                (exchange, from) -> {
                    exchange.sendResponseHeaders(404, -1);
                    exchange.close();
                });
        assertRefused("HTTP status 404", known());
        assertTrue(store.find(known()).isEmpty());
    }

    @Test
    void tellsThatThereIsNoNetwork() {
        server.stop(0);
        assertRefused("cannot be reached (no connection)", known());
        KnownWeights nowhere =
                new KnownWeights(
                        "Tiny", "tiny.pt", URI.create("http://nowhere.invalid/tiny.pt"), "", 1, "");
        assertRefused("nowhere.invalid cannot be reached (its name is not known", nowhere);
    }

    @Test
    void endsSoonWhenCancelledAndGoesOnLater() throws IOException {
        answer(
                (exchange, from) -> {
                    exchange.sendResponseHeaders(200, CONTENT.length);
                    exchange.getResponseBody().write(CONTENT, 0, 100_000);
                    exchange.getResponseBody().flush();
                    await();
                });
        long start = System.nanoTime();
        assertThrows(
                CancellationException.class,
                () -> store.download(known(), cancelledAfter(1_000_000_000L)));
        assertTrue(System.nanoTime() - start < 10_000_000_000L);
        assertTrue(store.find(known()).isEmpty());
        assertEquals(100_000, Files.size(kept().get(0)));
        server.removeContext("/");
        answer(WeightStoreTest::rest);
        assertArrayEquals(CONTENT, Files.readAllBytes(store.download(known(), Progress.NONE)));
        assertEquals("bytes=100000-", ranges.get(ranges.size() - 1));
    }

    @Test
    void endsSoonWhenCancelledBeforeTheServerAnswers() {
        answer((exchange, from) -> await());
        assertThrows(
                CancellationException.class,
                () -> store.download(known(), cancelledAfter(300_000_000L)));
    }

    @Test
    void tellsThatTheDiskIsFull() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "only where the system has a device that is always full");
        Files.createDirectories(caches.resolve("weights"));
        Files.createSymbolicLink(caches.resolve("weights/tiny.pt.part"), full);
        answer(WeightStoreTest::rest);
        assertRefused("no space left on the disk", known());
    }

    @Test
    void tellsThatTheFolderCannotBeMade() throws IOException {
        Files.writeString(caches.resolve("weights"), "a file");
        answer(WeightStoreTest::rest);
        assertRefused("cannot be kept in " + caches.resolve("weights"), known());
    }

    @Test
    void downloadsOnlyOnceAtATime() throws IOException {
        Files.createDirectories(caches.resolve("weights"));
        try (FileChannel other =
                        FileChannel.open(
                                caches.resolve("weights/tiny.pt.part"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock lock = other.lock()) {
            assertTrue(lock.isValid());
            assertRefused("is being downloaded already", known());
        }
    }

    @Test
    void takesALocalFileOnlyIfItIsTheRightOne() throws IOException {
        Path mine = Files.write(caches.resolve("mine.pt"), CONTENT);
        Path file = store.adopt(known(), mine, Progress.NONE);
        assertArrayEquals(CONTENT, Files.readAllBytes(file));
        assertTrue(Files.exists(mine));
        assertEquals(file, store.adopt(known(), file, Progress.NONE));
        assertEquals(file, store.get(known()));
        Files.delete(file);
        Path wrong = Files.write(caches.resolve("wrong.pt"), Arrays.copyOf(CONTENT, 1000));
        StudioException refused =
                assertThrows(
                        StudioException.class, () -> store.adopt(known(), wrong, Progress.NONE));
        assertTrue(String.valueOf(refused.getMessage()).contains(wrong + " is not Tiny"));
        assertFalse(Files.exists(file));
        assertThrows(
                StudioException.class,
                () -> store.adopt(known(), caches.resolve("gone.pt"), Progress.NONE));
        StudioException missing = assertThrows(StudioException.class, () -> store.get(known()));
        assertTrue(String.valueOf(missing.getMessage()).contains("is not on this computer"));
    }

    private void assertRefused(String reason, KnownWeights known) {
        StudioException refused =
                assertThrows(StudioException.class, () -> store.download(known, Progress.NONE));
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.contains(reason), message);
    }

    private KnownWeights known() {
        return known(server.getAddress().getPort());
    }

    private static KnownWeights known(int port) {
        return new KnownWeights(
                "Tiny",
                "tiny.pt",
                URI.create("http://127.0.0.1:" + port + "/tiny.pt"),
                sha256(),
                CONTENT.length,
                "");
    }

    private static String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(CONTENT));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private void answer(Answer answer) {
        server.createContext(
                "/",
                exchange -> {
                    String range = exchange.getRequestHeaders().getFirst("Range");
                    ranges.add(String.valueOf(range));
                    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("[^0-9]", ""));
                    answer.to(exchange, from);
                });
    }

    private static void rest(HttpExchange exchange, int from) throws IOException {
        if (from > 0) {
            exchange.getResponseHeaders()
                    .add(
                            "Content-Range",
                            "bytes %d-%d/%d".formatted(from, CONTENT.length - 1, CONTENT.length));
        }
        send(exchange, from > 0 ? 206 : 200, Arrays.copyOfRange(CONTENT, from, CONTENT.length));
    }

    private static void half(HttpExchange exchange, int from) throws IOException {
        exchange.sendResponseHeaders(200, CONTENT.length);
        OutputStream out = exchange.getResponseBody();
        out.write(CONTENT, 0, CONTENT.length / 2);
        out.flush();
        exchange.close();
    }

    private static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void await() {
        try {
            silence.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Progress cancelledAfter(long nanos) {
        long end = System.nanoTime() + nanos;
        return new Progress() {
            @Override
            public void report(String stage, double fraction) {}

            @Override
            public boolean cancelled() {
                return System.nanoTime() > end;
            }
        };
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.walk(caches)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
