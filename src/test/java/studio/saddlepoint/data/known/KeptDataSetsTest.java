package studio.saddlepoint.data.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.download.KeptDownload;

class KeptDataSetsTest {
  @TempDir Path folder;

  private Path file(String name) throws IOException {
    Path file = Home.at(folder).dataSets().resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "1234");
  }

  @Test
  void filesAsPublishedAreKeptAndAPersonsOwnAreNot() throws IOException {
    KnownDataSets sets = new KnownDataSets(Home.at(folder));
    assertEquals(List.of(), sets.kept());
    file("MNIST/train-images-idx3-ubyte.gz");
    file("MNIST/notes.txt");
    file("KMNIST/classes.txt");
    file("mine/train-images-idx3-ubyte.gz");
    file("CIFAR-10/data_batch_1.bin");
    List<KeptDownload> kept = sets.kept();
    assertEquals(
        List.of("MNIST", "KMNIST", "CIFAR-10"), kept.stream().map(KeptDownload::title).toList());
    assertTrue(kept.stream().allMatch(each -> each.files().size() == 1 && each.whole()));
    kept.forEach(KeptDownload::delete);
    assertEquals(List.of(), sets.kept());
    assertTrue(Files.exists(Home.at(folder).dataSets().resolve("MNIST/notes.txt")));
  }

  @Test
  void whatBrokenDownloadsHaveGotIsKeptOnceForAllOfAnArchive() throws IOException {
    Path part = file(".EMNIST.archive/gzip.zip.part");
    file(".CIFAR-10.archive/CIFAR-10/data_batch_1.bin");
    List<KeptDownload> kept = new KnownDataSets(Home.at(folder)).kept();
    assertEquals(List.of("EMNIST", "CIFAR-10"), kept.stream().map(KeptDownload::title).toList());
    assertTrue(kept.stream().noneMatch(KeptDownload::whole));
    assertEquals(List.of(part), kept.get(0).files());
    kept.forEach(KeptDownload::delete);
    assertEquals(List.of(), new KnownDataSets(Home.at(folder)).kept());
  }
}
