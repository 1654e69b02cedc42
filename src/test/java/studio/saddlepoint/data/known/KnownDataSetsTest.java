package studio.saddlepoint.data.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.core.download.Checksum;
import studio.saddlepoint.core.download.RemoteFile;

/** Getting data sets that are published as files, from a server that is here. */
class KnownDataSetsTest {
  @TempDir Path folder;

  private final Map<String, byte[]> served = new HashMap<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;
  private KnownDataSets sets;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String range = exchange.getRequestHeaders().getFirst("Range");
          String path = exchange.getRequestURI().getPath();
          asked.add(path + (range == null ? "" : " " + range));
          byte[] content = served.get(path);
          if (content == null) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
          }
          int from = range == null ? 0 : Integer.parseInt(range.replaceAll("[^0-9]", ""));
          if (from > 0) {
            exchange
                .getResponseHeaders()
                .add(
                    "Content-Range",
                    "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
          }
          byte[] rest = Arrays.copyOfRange(content, from, content.length);
          exchange.sendResponseHeaders(from > 0 ? 206 : 200, rest.length);
          exchange.getResponseBody().write(rest);
          exchange.close();
        });
    server.start();
    sets = new KnownDataSets(folder.resolve("sets"), Duration.ofSeconds(30));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private RemoteFile file(String name, byte[] content, String... folders) {
    return new RemoteFile(
        name,
        name,
        Stream.of(folders).map(place -> at(place + name)).toList(),
        Checksum.md5(md5(content)),
        content.length);
  }

  private static String md5(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Published two(String... folders) {
    return new Published(
        "Two",
        List.of(file("a.gz", bytes("images"), folders), file("b.gz", bytes("labels"), folders)),
        List.of(),
        List.of("yes", "no"));
  }

  private Path get(Published set) {
    return sets.download(List.of(set), Optional.empty(), Progress.NONE);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void isThereUnderItsTitleOnlyWhenItIsWhole() throws IOException {
    served.put("/one/a.gz", bytes("images"));
    assertThrows(StudioException.class, () -> get(two("/one/")));
    assertFalse(Files.exists(folder.resolve("sets/Two")));
    served.put("/one/b.gz", bytes("labels"));
    asked.clear();
    Path place = get(two("/one/"));
    assertEquals(folder.resolve("sets/Two"), place);
    assertEquals(List.of("a.gz", "b.gz", "classes.txt"), names(place));
    assertEquals(List.of("yes", "no"), Files.readAllLines(place.resolve("classes.txt")));
    assertEquals(List.of("/one/b.gz"), asked, "what is whole is not asked for again");
    assertEquals(List.of("Two"), names(folder.resolve("sets")));
    server.stop(0);
    assertEquals(place, get(two("/one/")), "without a network");
  }

  @Test
  void takesTheNextPlaceWhereOneDoesNotHaveItOrHasAnother() throws IOException {
    served.put("/wrong/a.gz", bytes("imagos"));
    served.put("/right/a.gz", bytes("images"));
    served.put("/right/b.gz", bytes("labels"));
    Path place = get(two("/wrong/", "/right/"));
    assertEquals("images", Files.readString(place.resolve("a.gz")));
    assertEquals(List.of("/wrong/a.gz", "/right/a.gz", "/wrong/b.gz", "/right/b.gz"), asked);
  }

  @Test
  void tellsThatNoPlaceHasIt() {
    StudioException refused = assertThrows(StudioException.class, () -> get(two("/one/", "/two/")));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.startsWith("a.gz could not be got from any of 2 places."), message);
    assertTrue(message.contains("HTTP status 404"), message);
  }

  @Test
  void goesOnWithWhatABrokenDownloadHasGot() throws IOException {
    Path part = Files.createDirectories(folder.resolve("sets/.Two")).resolve("a.gz.part");
    Files.write(part, bytes("ima"));
    served.put("/one/a.gz", bytes("images"));
    served.put("/one/b.gz", bytes("labels"));
    Path place = get(two("/one/"));
    assertEquals("/one/a.gz bytes=3-", asked.get(0));
    assertEquals(List.of("a.gz", "b.gz", "classes.txt"), names(place));
  }

  @Test
  void aMirrorTakesThePlaceOfAll() throws IOException {
    served.put("/mine/a.gz", bytes("images"));
    served.put("/mine/b.gz", bytes("labels"));
    Path place = sets.download(List.of(two("/nowhere/")), Optional.of(at("/mine")), Progress.NONE);
    assertEquals("labels", Files.readString(place.resolve("b.gz")));
    assertEquals(List.of("/mine/a.gz", "/mine/b.gz"), asked);
  }

  @Test
  void allPartsComeOutOfAnArchiveThatIsThenThrownAway() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : List.of("gzip/one.gz", "gzip/two.gz", "gzip/three.gz")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes(name));
      }
    }
    served.put("/one/all.zip", bytes.toByteArray());
    List<RemoteFile> archive = List.of(file("all.zip", bytes.toByteArray(), "/one/"));
    Published one = new Published("One", archive, List.of("one.gz"), List.of());
    Published two = new Published("Two", archive, List.of("two.gz"), List.of());
    Path place = sets.download(List.of(one, two), Optional.empty(), Progress.NONE);
    assertEquals("gzip/one.gz", Files.readString(place.resolve("one.gz")));
    assertEquals(List.of("two.gz"), names(folder.resolve("sets/Two")));
    assertEquals(List.of("One", "Two"), names(folder.resolve("sets")));
  }

  @Test
  void unpacksTarAndTellsWhatItLacks() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      TarArchiveEntry entry = new TarArchiveEntry("cifar/../data_batch_1.bin");
      entry.setSize(3);
      tar.putArchiveEntry(entry);
      tar.write(bytes("abc"));
      tar.closeArchiveEntry();
    }
    Path mine = Files.write(folder.resolve("small.tar.gz"), bytes.toByteArray());
    List<RemoteFile> archive = List.of(file("small.tar.gz", bytes.toByteArray(), "/"));
    Published set = new Published("Small", archive, List.of("data_batch_1.bin"), List.of());
    Path place = sets.adopt(List.of(set), mine, Progress.NONE);
    assertEquals("abc", Files.readString(place.resolve("data_batch_1.bin")));
    assertTrue(Files.exists(mine), "it stays where it is");
    Published more = new Published("More", archive, List.of("test_batch.bin"), List.of());
    StudioException refused =
        assertThrows(StudioException.class, () -> sets.adopt(List.of(more), mine, Progress.NONE));
    assertTrue(String.valueOf(refused.getMessage()).contains("it lacks test_batch.bin"));
  }

  @Test
  void takesFilesOfThePersonOnlyIfTheyAreTheRightOnes() throws IOException {
    Path mine = Files.createDirectories(folder.resolve("mine"));
    Files.write(mine.resolve("a.gz"), bytes("images"));
    Published set = two("/one/");
    StudioException lacking =
        assertThrows(StudioException.class, () -> sets.adopt(List.of(set), mine, Progress.NONE));
    assertTrue(String.valueOf(lacking.getMessage()).contains("is not Two: it has no file b.gz"));
    Files.write(mine.resolve("b.gz"), bytes("labels!"));
    StudioException wrong =
        assertThrows(StudioException.class, () -> sets.adopt(List.of(set), mine, Progress.NONE));
    assertTrue(String.valueOf(wrong.getMessage()).contains("b.gz (MD5 "), wrong.getMessage());
    Files.write(mine.resolve("b.gz"), bytes("labels"));
    List<Double> told = new ArrayList<>();
    Path place = sets.adopt(List.of(set), mine, (stage, fraction) -> told.add(fraction));
    assertEquals(List.of("a.gz", "b.gz", "classes.txt"), names(place));
    assertEquals(List.of(), asked);
    told.removeIf(each -> each.isNaN());
    assertEquals(List.of(0.5, 1.0, 1.0), told);
  }

  @Test
  void everyOneOfTheTableIsWhole() {
    for (KnownDataSet set : KnownDataSet.values()) {
      assertEquals(Optional.of(set), KnownDataSet.of(set.id().toUpperCase(java.util.Locale.ROOT)));
      assertFalse(set.licence().isBlank());
      assertTrue(set.about().endsWith("."));
      for (RemoteFile file : set.files()) {
        assertTrue(file.checksum().hex().matches("[0-9a-f]{32}"), file.name());
        assertTrue(file.sources().size() >= 2, file.name());
        assertTrue(file.sources().stream().allMatch(each -> each.getHost() != null));
      }
    }
    assertEquals(Optional.empty(), KnownDataSet.of("imagenet"));
    assertEquals(2, Published.withSiblings(KnownDataSet.EMNIST_BALANCED).size());
    assertEquals(
        "EMNIST-balanced", Published.withSiblings(KnownDataSet.EMNIST_BALANCED).get(0).title());
    assertEquals(1, Published.withSiblings(KnownDataSet.MNIST).size());
  }
}
