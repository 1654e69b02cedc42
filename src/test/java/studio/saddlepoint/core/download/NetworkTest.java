package studio.saddlepoint.core.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;

class NetworkTest {
  private static final String SHA256_OF_A =
      "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";

  private final AtomicInteger asked = new AtomicInteger();

  @TempDir Path folder;

  @AfterEach
  void allowAgain() {
    Network.forbid(false);
  }

  @Test
  void nobodyIsAskedWhereTheNetworkIsForbidden() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(200, 1);
          exchange.getResponseBody().write('a');
          exchange.close();
        });
    server.start();
    try {
      RemoteFile known =
          new RemoteFile(
              "A",
              "a.bin",
              List.of(URI.create("http://localhost:" + server.getAddress().getPort() + "/a.bin")),
              Checksum.sha256(SHA256_OF_A),
              1);
      DownloadFolder store = new DownloadFolder(folder.resolve("store"), DownloadFolder.PATIENCE);
      Network.forbid(true);
      String refusal =
          assertThrows(StudioException.class, () -> store.download(known, Progress.NONE))
              .getMessage();
      assertTrue(refusal.contains("switched off in the preferences"), refusal);
      assertEquals(0, asked.get());
      assertFalse(Files.exists(folder.resolve("store")));
      Network.forbid(false);
      Path got = store.download(known, Progress.NONE);
      assertEquals("a", Files.readString(got));
      Network.forbid(true);
      assertEquals(got, store.download(known, Progress.NONE), "what is here needs none");
      assertEquals(1, asked.get());
    } finally {
      server.stop(0);
    }
  }
}
