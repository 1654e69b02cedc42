package studio.saddlepoint.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.recipe.FolderMeaning;

class OwnSourcesTest {
  @TempDir Path folder;

  @Test
  void lastUsedSourcesAreRememberedNewestFirst() {
    OwnSources recent = new OwnSources(new Settings(folder));
    for (int i = 0; i < 10; i++) {
      recent.add(Path.of("/images/" + i));
    }
    recent.add(Path.of("/images/5"));
    recent.remove(Path.of("/images/9").toAbsolutePath().toString());
    assertEquals(recent.all(), new OwnSources(new Settings(folder)).all());
    List<String> kept = new OwnSources(new Settings(folder)).all();
    assertEquals(OwnSources.MOST - 1, kept.size());
    assertEquals(Path.of("/images/5").toAbsolutePath().toString(), kept.get(0));
  }

  @Test
  void whatFoldersMeanIsRememberedUntilTheSourceIsForgotten() {
    OwnSources sources = new OwnSources(new Settings(folder));
    String mixed = OwnSources.text(Path.of("/images/mixed"));
    sources.mean(mixed, FolderMeaning.TOGETHER);
    OwnSources later = new OwnSources(new Settings(folder));
    assertEquals(FolderMeaning.TOGETHER, later.meaning(mixed));
    assertEquals(FolderMeaning.CLASSES, later.meaning("/images/others"));
    later.remove(mixed);
    assertEquals(FolderMeaning.CLASSES, new OwnSources(new Settings(folder)).meaning(mixed));
  }

  @Test
  void aForgottenSourceIsKnownForOneUntilItIsUsedAgain() {
    OwnSources sources = new OwnSources(new Settings(folder));
    String cats = OwnSources.text(Path.of("/images/cats"));
    sources.add(Path.of(cats));
    assertFalse(sources.isForgotten(cats));
    List<String> told = new ArrayList<>();
    sources.onForgotten(told::add);
    sources.remove(cats);
    assertEquals(List.of(cats), told);
    OwnSources later = new OwnSources(new Settings(folder));
    assertTrue(later.isForgotten(cats));
    later.add(Path.of(cats));
    assertFalse(later.isForgotten(cats));
  }

  @Test
  void howASourceLooksIsKnownAfterARestart() {
    int[] argb = {0xff102030, 0xff405060, 0xff708090, 0xffa0b0c0};
    SourceThumbnails before = new SourceThumbnails(folder, Runnable::run);
    assertTrue(before.of("/images/cats").isEmpty());
    before.keep("/images/cats", new Picture(2, 2, argb));
    SourceThumbnails later = new SourceThumbnails(folder, Runnable::run);
    assertArrayEquals(argb, later.of("/images/cats").orElseThrow().argb());
    assertTrue(later.of("strokes").isPresent(), "the program's own at once");
    later.remove("/images/cats");
    assertTrue(new SourceThumbnails(folder, Runnable::run).of("/images/cats").isEmpty());
  }

  @Test
  void picturesThatArePreparedNeedNoDiskWhenTheyAreShown() {
    int[] argb = {0xff102030, 0xff405060, 0xff708090, 0xffa0b0c0};
    new SourceThumbnails(folder, Runnable::run).keep("/images/cats", new Picture(2, 2, argb));
    SourceThumbnails prepared = new SourceThumbnails(folder, Runnable::run);
    prepared.prepare(List.of("/images/cats"));
    new SourceThumbnails(folder, Runnable::run).remove("/images/cats");
    assertTrue(prepared.of("/images/cats").isPresent());
  }
}
