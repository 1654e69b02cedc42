package studio.saddlepoint.metrics.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;

/** Servers and networks of every kind. */
class DownloadTest extends WeightServer {
  @Test
  void goesOnWhereTheConnectionBroke() throws IOException {
    answer(WeightServer::half);
    assertRefused("broke off", known());
    assertTrue(store.find(known()).isEmpty());
    Path part = kept().get(0);
    assertTrue(Files.size(part) > 0 && Files.size(part) < CONTENT.length);
    long have = Files.size(part);
    server.removeContext("/");
    answer(WeightServer::rest);
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

  /** A server may end a body by closing the connection, and it may close it too early. */
  @Test
  void goesOnAfterABodyThatJustEnds() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      threads.submit(
          () -> {
            try (Socket socket = plain.accept()) {
              byte[] head =
                  "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"
                      .getBytes(StandardCharsets.US_ASCII);
              socket.getInputStream().read(new byte[4096]);
              socket.getOutputStream().write(head);
              socket.getOutputStream().write(CONTENT, 0, 120_000);
            }
            return null;
          });
      assertRefused("only 120,000 bytes of about 300 kB came", known(plain.getLocalPort()));
    }
    assertEquals(120_000, Files.size(kept().get(0)));
    answer(WeightServer::rest);
    assertArrayEquals(CONTENT, Files.readAllBytes(store.download(known(), Progress.NONE)));
    assertEquals("bytes=120000-", ranges.get(ranges.size() - 1));
  }

  @Test
  void goesOnAfterAServerThatSendsPiecesOnly() throws IOException {
    Files.createDirectories(caches.resolve("weights"));
    Files.write(caches.resolve("weights/tiny.pt.part"), Arrays.copyOf(CONTENT, 1000));
    answer(
        (exchange, from) -> {
          exchange
              .getResponseHeaders()
              .add("Content-Range", English.of("bytes %d-%d/300000", from, from + 999));
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
    answer(this::beginning);
    Path part = caches.resolve("weights/tiny.pt.part");
    // The server is silent from then on: whoever did not look would be told so, not cancelled.
    assertThrows(
        CancellationException.class,
        () -> store.download(known(), cancelledWhen(() -> part.toFile().length() == 100_000)));
    assertTrue(store.find(known()).isEmpty());
    assertEquals(100_000, Files.size(kept().get(0)));
    server.removeContext("/");
    answer(WeightServer::rest);
    assertArrayEquals(CONTENT, Files.readAllBytes(store.download(known(), Progress.NONE)));
    assertEquals("bytes=100000-", ranges.get(ranges.size() - 1));
  }

  @Test
  void endsSoonWhenCancelledBeforeTheServerAnswers() {
    answer((exchange, from) -> await());
    assertThrows(
        CancellationException.class,
        () -> store.download(known(), cancelledWhen(() -> !ranges.isEmpty())));
  }
}
