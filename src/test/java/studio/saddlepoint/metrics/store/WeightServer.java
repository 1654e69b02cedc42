package studio.saddlepoint.metrics.store;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;

/** A server of small weights, and a store that gets them, for the tests that extend it. */
abstract class WeightServer {
  static final byte[] CONTENT = content();

  @TempDir Path caches;

  final List<String> ranges = Collections.synchronizedList(new ArrayList<>());
  final CountDownLatch silence = new CountDownLatch(1);
  final ExecutorService threads = Executors.newCachedThreadPool();
  HttpServer server;
  WeightStore store;

  /** What the server does with a request. */
  interface Answer {
    void to(HttpExchange exchange, int from) throws IOException;
  }

  static byte[] content() {
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

  void assertRefused(String reason, KnownWeights known) {
    StudioException refused =
        assertThrows(StudioException.class, () -> store.download(known, Progress.NONE));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains(reason), message);
  }

  KnownWeights known() {
    return known(server.getAddress().getPort());
  }

  static KnownWeights known(int port) {
    return new KnownWeights(
        "Tiny",
        "tiny.pt",
        URI.create("http://127.0.0.1:" + port + "/tiny.pt"),
        sha256(),
        CONTENT.length,
        "");
  }

  static String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(CONTENT));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  void answer(Answer answer) {
    server.createContext(
        "/",
        exchange -> {
          String range = exchange.getRequestHeaders().getFirst("Range");
          ranges.add(String.valueOf(range));
          int from = range == null ? 0 : Integer.parseInt(range.replaceAll("[^0-9]", ""));
          answer.to(exchange, from);
        });
  }

  static void rest(HttpExchange exchange, int from) throws IOException {
    if (from > 0) {
      exchange
          .getResponseHeaders()
          .add(
              "Content-Range",
              English.of("bytes %d-%d/%d", from, CONTENT.length - 1, CONTENT.length));
    }
    send(exchange, from > 0 ? 206 : 200, Arrays.copyOfRange(CONTENT, from, CONTENT.length));
  }

  static void half(HttpExchange exchange, int from) throws IOException {
    exchange.sendResponseHeaders(200, CONTENT.length);
    OutputStream out = exchange.getResponseBody();
    out.write(CONTENT, 0, CONTENT.length / 2);
    out.flush();
    exchange.close();
  }

  /** Begins to answer and then says nothing more. */
  void beginning(HttpExchange exchange, int from) throws IOException {
    exchange.sendResponseHeaders(200, CONTENT.length);
    exchange.getResponseBody().write(CONTENT, 0, 100_000);
    exchange.getResponseBody().flush();
    await();
  }

  static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  void await() {
    try {
      silence.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A person who cancels when they see something, rather than at a time. */
  static Progress cancelledWhen(BooleanSupplier seen) {
    return new Progress() {
      @Override
      public void report(String stage, double fraction) {}

      @Override
      public boolean cancelled() {
        return seen.getAsBoolean();
      }
    };
  }

  List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.walk(caches)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
