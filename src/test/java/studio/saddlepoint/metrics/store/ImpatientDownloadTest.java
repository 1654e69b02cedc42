package studio.saddlepoint.metrics.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;

/** Servers that are busy, fall silent, or break the connection; and that all goes on afterwards. */
class ImpatientDownloadTest extends WeightServer {
  @Test
  void aBusyServerIsToAskAgainInSomeMinutes() throws IOException {
    answer((exchange, from) -> send(exchange, 503, new byte[10]));
    assertRefused(
        "does not give tiny.pt now, it is busy: it answers with HTTP status 503. Try again in some minutes, or",
        known());
    goesOn(0);
  }

  @Test
  void aBusyServerTellsWhenToAskAgain() throws IOException {
    part(1000);
    answer(
        (exchange, from) -> {
          exchange.getResponseHeaders().add("Retry-After", "150");
          send(exchange, 503, new byte[10]);
        });
    assertRefused("Try again in 3 minutes (it goes on where it stopped), or", known());
    goesOn(1000);
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() throws IOException {
    answer((exchange, from) -> await());
    impatient();
    assertRefused("127.0.0.1 has sent nothing for 0.2 seconds. Try again", known());
    goesOn(0);
  }

  @Test
  void aServerThatFallsSilentIsGivenUp() throws IOException {
    answer(this::beginning);
    impatient();
    assertRefused("127.0.0.1 has sent nothing for 0.2 seconds. Try again", known());
    // On a slow computer it may have been given up earlier.
    goesOn((int) Files.size(kept().get(0)));
  }

  @Test
  void goesOnAfterAResetInTheMiddle() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      threads.submit(
          () -> {
            try (Socket socket = plain.accept()) {
              String head =
                  English.of("HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n", CONTENT.length);
              socket.getInputStream().read(new byte[4096]);
              socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
              socket.getOutputStream().write(CONTENT, 0, 120_000);
              while (kept().isEmpty() || Files.size(kept().get(0)) < 120_000) {
                Thread.sleep(5);
              }
              socket.setSoLinger(true, 0); // closing now resets the connection
            }
            return null;
          });
      assertRefused("The download of Tiny broke off (", known(plain.getLocalPort()));
    }
    assertTrue(store.find(known()).isEmpty());
    goesOn(120_000);
  }

  private void impatient() {
    store = new WeightStore(caches, Duration.ofMillis(200));
  }

  private Path part(int length) throws IOException {
    Files.createDirectories(caches.resolve("weights"));
    return Files.write(caches.resolve("weights/tiny.pt.part"), Arrays.copyOf(CONTENT, length));
  }

  /** A server that answers well is asked for what is missing, and the file is whole. */
  private void goesOn(int have) throws IOException {
    assertEquals(have, Files.size(kept().get(0)));
    try {
      server.removeContext("/");
    } catch (IllegalArgumentException e) {
      assertTrue(ranges.isEmpty(), "nothing was asked of this server yet");
    }
    answer(WeightServer::rest);
    store = new WeightStore(caches);
    assertArrayEquals(CONTENT, Files.readAllBytes(store.download(known(), Progress.NONE)));
    assertEquals(have == 0 ? "null" : "bytes=" + have + "-", ranges.get(ranges.size() - 1));
  }
}
