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

class UserDataSourcesTest {
  @TempDir Path folder;

  @Test
  void lastUsedSourcesAreRememberedNewestFirst() {
    UserDataSources recent = new UserDataSources(new Settings(folder));
    for (int i = 0; i < 10; i++) {
      recent.add(Path.of("/images/" + i));
    }
    recent.add(Path.of("/images/5"));
    recent.remove(Path.of("/images/9").toAbsolutePath().toString());
    assertEquals(recent.all(), new UserDataSources(new Settings(folder)).all());
    List<String> kept = new UserDataSources(new Settings(folder)).all();
    assertEquals(UserDataSources.MOST - 1, kept.size());
    assertEquals(Path.of("/images/5").toAbsolutePath().toString(), kept.get(0));
  }

  @Test
  void whatFoldersMeanIsRememberedUntilTheSourceIsForgotten() {
    UserDataSources sources = new UserDataSources(new Settings(folder));
    String mixed = UserDataSources.text(Path.of("/images/mixed"));
    sources.mean(mixed, FolderMeaning.TOGETHER);
    UserDataSources later = new UserDataSources(new Settings(folder));
    assertEquals(FolderMeaning.TOGETHER, later.meaning(mixed));
    assertEquals(FolderMeaning.CLASSES, later.meaning("/images/others"));
    later.remove(mixed);
    assertEquals(FolderMeaning.CLASSES, new UserDataSources(new Settings(folder)).meaning(mixed));
  }

  @Test
  void aForgottenSourceIsKnownForOneUntilItIsUsedAgain() {
    UserDataSources sources = new UserDataSources(new Settings(folder));
    String cats = UserDataSources.text(Path.of("/images/cats"));
    sources.add(Path.of(cats));
    assertFalse(sources.isForgotten(cats));
    List<String> told = new ArrayList<>();
    sources.onForgotten(told::add);
    sources.remove(cats);
    assertEquals(List.of(cats), told);
    UserDataSources later = new UserDataSources(new Settings(folder));
    assertTrue(later.isForgotten(cats));
    later.add(Path.of(cats));
    assertFalse(later.isForgotten(cats));
  }

  @Test
  void howASourceLooksIsKnownAfterARestart() {
    int[] argb = {0xff102030, 0xff405060, 0xff708090, 0xffa0b0c0};
    DataSetThumbnails before = new DataSetThumbnails(folder, Runnable::run);
    assertTrue(before.of("/images/cats").isEmpty());
    before.keep("/images/cats", new Picture(2, 2, argb));
    DataSetThumbnails later = new DataSetThumbnails(folder, Runnable::run);
    assertArrayEquals(argb, later.of("/images/cats").orElseThrow().argb());
    assertTrue(later.of("strokes").isPresent(), "the program's own at once");
    later.remove("/images/cats");
    assertTrue(new DataSetThumbnails(folder, Runnable::run).of("/images/cats").isEmpty());
  }

  @Test
  void picturesThatArePreparedNeedNoDiskWhenTheyAreShown() {
    int[] argb = {0xff102030, 0xff405060, 0xff708090, 0xffa0b0c0};
    new DataSetThumbnails(folder, Runnable::run).keep("/images/cats", new Picture(2, 2, argb));
    DataSetThumbnails prepared = new DataSetThumbnails(folder, Runnable::run);
    prepared.prepare(List.of("/images/cats"));
    new DataSetThumbnails(folder, Runnable::run).remove("/images/cats");
    assertTrue(prepared.of("/images/cats").isPresent());
  }
}
