package studio.saddlepoint.metrics.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.core.download.DownloadFolder;

/** What is kept of weights, and what is thrown away. */
class WeightStoreTest extends WeightServer {
  @Test
  void downloadsWithProgressAndKeepsTheFile() throws IOException {
    answer(WeightServer::rest);
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
    answer(WeightServer::rest);
    assertArrayEquals(CONTENT, Files.readAllBytes(store.download(known(), Progress.NONE)));
  }

  @Test
  void throwsAPartOfAnotherFileAway() throws IOException {
    Files.createDirectories(caches.resolve("weights"));
    Files.write(caches.resolve("weights/tiny.pt.part"), new byte[1000]);
    answer(WeightServer::rest);
    assertRefused("is another file", known());
    assertArrayEquals(CONTENT, Files.readAllBytes(store.download(known(), Progress.NONE)));
  }

  @Test
  void getsDamagedWeightsAgain() throws IOException {
    Files.createDirectories(caches.resolve("weights"));
    byte[] damaged = CONTENT.clone();
    damaged[7] ^= 1;
    Path file = Files.write(caches.resolve("weights/tiny.pt"), damaged);
    answer(WeightServer::rest);
    assertEquals(file, store.download(known(), Progress.NONE));
    assertArrayEquals(CONTENT, Files.readAllBytes(file));
  }

  @Test
  void tellsThatTheDiskIsFull() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "only where the system has a device that is always full");
    Files.createDirectories(caches.resolve("weights"));
    Files.createSymbolicLink(caches.resolve("weights/tiny.pt.part"), full);
    answer(WeightServer::rest);
    assertRefused("no space left on the disk", known());
  }

  @Test
  void tellsThatTheFolderCannotBeMade() throws IOException {
    Files.writeString(caches.resolve("weights"), "a file");
    answer(WeightServer::rest);
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
  void anotherPersonsUnfinishedFileIsNoObstacle() throws IOException {
    Path file = caches.resolve("tiny.pt");
    Path part = DownloadFolder.part(file, each -> false);
    assertEquals(caches.resolve("tiny.pt.part"), part, "there is none yet");
    Files.createFile(part);
    assertEquals(part, DownloadFolder.part(file, each -> true), "it is gone on with");
    Path own = DownloadFolder.part(file, each -> false);
    assertNotEquals(part, own);
    assertEquals(own, DownloadFolder.part(file, each -> false), "the same another time");
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
        assertThrows(StudioException.class, () -> store.adopt(known(), wrong, Progress.NONE));
    assertTrue(String.valueOf(refused.getMessage()).contains(wrong + " is not Tiny"));
    assertFalse(Files.exists(file));
    assertThrows(
        StudioException.class,
        () -> store.adopt(known(), caches.resolve("gone.pt"), Progress.NONE));
    StudioException missing = assertThrows(StudioException.class, () -> store.get(known()));
    assertTrue(String.valueOf(missing.getMessage()).contains("is not on this computer"));
  }
}
