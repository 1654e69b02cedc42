package studio.saddlepoint.app.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.data.ClassCount;
import studio.saddlepoint.data.DataKind;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.DataSummary;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.PreparedImages;
import studio.saddlepoint.data.SizeCount;
import studio.saddlepoint.recipe.DataSettings;
import studio.saddlepoint.recipe.FolderMeaning;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;

class DataModelTest {
  @Test
  void pagesShowEveryImageOnce() {
    ContactSheet sheet = new ContactSheet(new Greys(25), ContactSheet.ALL, 7);
    int[] all =
        IntStream.of(0, 10, 20)
            .flatMap(from -> Arrays.stream(sheet.indices(from, 10)))
            .sorted()
            .toArray();
    assertArrayEquals(IntStream.range(0, 25).toArray(), all);
    assertEquals(5, sheet.indices(20, 10).length);
    assertEquals(0, sheet.indices(30, 10).length);
  }

  @Test
  void classFilterShowsOnlyThatClass() {
    Greys set = new Greys(25);
    ContactSheet sheet = new ContactSheet(set, 1, 7);
    assertEquals(12, sheet.size());
    assertTrue(Arrays.stream(sheet.indices(0, 25)).allMatch(index -> set.label(index) == 1));
  }

  @Test
  void orderIsRandomButTheSameForASeed() {
    int[] order = new ContactSheet(new Greys(25), ContactSheet.ALL, 7).indices(0, 25);
    assertArrayEquals(order, new ContactSheet(new Greys(25), ContactSheet.ALL, 7).indices(0, 25));
    assertFalse(Arrays.equals(IntStream.range(0, 25).toArray(), order));
  }

  @Test
  void greyImagesBecomeOpaqueGreyPictures() {
    ContactSheet sheet = new ContactSheet(new Greys(25), ContactSheet.ALL, 7);
    int index = sheet.indices(0, 1)[0];
    assertEquals(
        0xff000000 | index << 16 | index << 8 | index, sheet.pictures(0, 1).get(0).argb()[0]);
  }

  private static DataSummary summary(int channels, List<ClassCount> classes, SizeCount... sizes) {
    return new DataSummary(
        "cats",
        DataKind.FOLDER,
        10,
        10,
        true,
        classes,
        List.of(sizes),
        channels,
        List.of(),
        List.of(),
        List.of(),
        1,
        Optional.empty(),
        new PreparedImages(Optional.empty(), 1, 1, new ImageShape(channels, 32, 32), "cats"));
  }

  @Test
  void everyRecipeIsOfferedForOnesOwnImagesOnceAndCalledAfterThem() {
    DataSettings own = new DataSettings("/my/Cats & Dogs", 32, false, FolderMeaning.TOGETHER);
    List<Recipe> offered = DataRecipes.of(own, summary(3, List.of()), 64);
    assertEquals("DCGAN on Cats & Dogs", offered.get(0).title());
    assertEquals("dcgan-Cats-Dogs", offered.get(0).name());
    assertTrue(offered.stream().allMatch(each -> each.data().size() == 64));
    assertTrue(offered.stream().allMatch(each -> each.data().source().equals(own.source())));
    assertTrue(
        offered.stream().allMatch(each -> each.data().folders() == FolderMeaning.TOGETHER),
        "what the folders mean is kept in the recipe");
    assertTrue(offered.stream().noneMatch(each -> each.method().needsLabels()));
    assertEquals(offered.size(), offered.stream().map(Recipe::title).distinct().count());
    List<Recipe> labelled = DataRecipes.of(own, summary(3, List.of(new ClassCount("a", 5, 5))), 64);
    assertEquals(
        offered.size()
            + Recipes.embedded().stream()
                .filter(each -> each.method().needsLabels())
                .filter(each -> each.generator().architecture().fits(64))
                .count(),
        labelled.size());
  }

  @Test
  void theProgramsOwnDataComeWithTheRecipesMadeForThem() {
    List<Recipe> offered =
        DataRecipes.of(
            DataSettings.of("strokes", 32), summary(1, List.of(new ClassCount("0", 5, 5))), 32);
    assertEquals(Recipes.load("dcgan-strokes"), offered.get(0));
    assertTrue(offered.contains(Recipes.load("sngan-strokes")));
  }

  @Test
  void theSizeProposedIsOneThatHalfOfThePicturesHave() {
    assertEquals(32, DataRecipes.size(summary(3, List.of(), new SizeCount(28, 28, 10))));
    assertEquals(
        64,
        DataRecipes.size(
            summary(3, List.of(), new SizeCount(500, 64, 5), new SizeCount(20, 900, 5))));
    assertEquals(32, DataRecipes.size(summary(3, List.of(), new SizeCount(500, 63, 5))));
    assertEquals(32, DataRecipes.size(summary(3, List.of())), "nothing is known of them");
  }

  /** Images of one grey each, alternating between two classes. */
  private record Greys(int size) implements DataSet {
    @Override
    public String name() {
      return "greys";
    }

    @Override
    public String fingerprint() {
      return "greys-" + size;
    }

    @Override
    public ImageShape shape() {
      return new ImageShape(1, 4, 4);
    }

    @Override
    public List<String> classNames() {
      return List.of("even", "odd");
    }

    @Override
    public int label(int index) {
      return index % 2;
    }

    @Override
    public void read(int index, byte[] target, int offset) {
      Arrays.fill(target, offset, offset + 16, (byte) index);
    }

    @Override
    public List<DataProblem> problems() {
      return List.of();
    }
  }
}
