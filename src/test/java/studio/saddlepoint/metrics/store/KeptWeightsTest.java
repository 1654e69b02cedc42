package studio.saddlepoint.metrics.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.download.KeptDownload;

class KeptWeightsTest {
  @TempDir Path caches;

  @Test
  void weightsAndWhatBrokenDownloadsHaveGotAreKept() throws IOException {
    WeightStore store = new WeightStore(caches);
    assertEquals(List.of(), store.kept());
    Path folder = Files.createDirectories(caches.resolve("weights"));
    Path whole = Files.writeString(folder.resolve("inception-2015-12-05.pt"), "12");
    Path part = Files.writeString(folder.resolve("vgg16.pt.part"), "123");
    Path anothers = Files.writeString(folder.resolve("vgg16.pt.anna.part"), "1234");
    Files.writeString(folder.resolve("own.pt"), "1");
    List<KeptDownload> kept = store.kept();
    assertEquals(2, kept.size());
    assertEquals(new KeptDownload("Inception-v3", folder, List.of(whole), true), kept.get(0));
    assertEquals("VGG16", kept.get(1).title());
    assertEquals(7, kept.get(1).bytes());
    assertEquals(List.of(anothers, part), kept.get(1).files().stream().sorted().toList());
  }
}
