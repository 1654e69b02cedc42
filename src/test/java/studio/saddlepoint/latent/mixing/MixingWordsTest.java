package studio.saddlepoint.latent.mixing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.LayerRange;
import studio.saddlepoint.recipe.network.Architecture;

/** Seeds and layers as they are written. */
class MixingWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1-5|1-5",
        "3, 7, 12|3, 7, 12",
        "3,7 12|3, 7, 12",
        " 1 - 3 , 9|1-3, 9",
        "3-1|3, 2, 1",
        "5,6|5, 6",
        "4|4",
        "8,8|8, 8",
        "0,1,2,9|0-2, 9"
      })
  void seedsAreReadAndWritten(String typed, String written) {
    SeedList read = SeedList.parse(typed, 8);
    assertEquals(written, read.toString());
    assertEquals(read, SeedList.parse(read.toString(), 8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "cat", "1-", "-3", "1,,2", "1-2-3", "1.5", "99999999999999999999"})
  void whatIsNoSeedIsRefused(String typed) {
    String message =
        assertThrows(StudioException.class, () -> SeedList.parse(typed, 8)).getMessage();
    assertTrue(message.contains("such as 1-5"), message);
  }

  @Test
  void tooManySeedsAreRefused() {
    assertEquals(8, SeedList.parse("1-8", 8).count());
    for (String typed : List.of("1-9", "1-4,5-9", "0-999999999999999999")) {
      String message =
          assertThrows(StudioException.class, () -> SeedList.parse(typed, 8)).getMessage();
      assertTrue(message.contains("name 8 at most"), message);
    }
  }

  @Test
  void layersAreReadAndWritten() {
    assertEquals(new LayerRange(4, 7), LayerRange.parse("4-7"));
    assertEquals(new LayerRange(4, 7), LayerRange.parse(" 7 - 4 "));
    assertEquals(new LayerRange(3, 3), LayerRange.parse("3"));
    assertEquals("4-7", new LayerRange(4, 7).toString());
    assertEquals("3", new LayerRange(3, 3).toString());
    assertEquals("none", LayerRange.NONE.toString());
    assertEquals(new LayerRange(4, 7), LayerRange.finerHalf(8));
    assertFalse(new LayerRange(4, 7).contains(3));
    assertTrue(new LayerRange(4, 7).contains(7));
    for (String typed : List.of("", "fine", "-1", "4-", "1-2-3")) {
      assertThrows(StudioException.class, () -> LayerRange.parse(typed));
    }
    assertThrows(StudioException.class, () -> new LayerRange(3, 1));
  }

  @Test
  void layersTellTheirSizes() {
    List<Integer> sizes = Architecture.STYLEGAN2.styledSizes(32);
    assertEquals(List.of(4, 8, 8, 16, 16, 32, 32, 32), sizes);
    assertEquals(List.of(), Architecture.DCGAN.styledSizes(32));
    assertEquals("16x16 to 32x32", new LayerRange(4, 7).sizes(sizes));
    assertEquals("8x8", new LayerRange(1, 2).sizes(sizes));
  }

  @Test
  void groupsAreThePapersWhereTheyFit() {
    List<Integer> paper = IntStream.range(0, 18).mapToObj(i -> 4 << i / 2).toList();
    assertEquals(Optional.of(new LayerRange(0, 3)), StyleGroup.COARSE.layers(paper));
    assertEquals(Optional.of(new LayerRange(4, 7)), StyleGroup.MIDDLE.layers(paper));
    assertEquals(Optional.of(new LayerRange(8, 17)), StyleGroup.FINE.layers(paper));
  }

  @Test
  void groupsOfSmallNetworksAreAboutThirds() {
    List<Integer> small = Architecture.STYLEGAN2.styledSizes(32);
    assertEquals(Optional.of(new LayerRange(0, 0)), StyleGroup.COARSE.layers(small));
    assertEquals(Optional.of(new LayerRange(1, 4)), StyleGroup.MIDDLE.layers(small));
    assertEquals(Optional.of(new LayerRange(5, 7)), StyleGroup.FINE.layers(small));
    List<Integer> two = List.of(4, 8, 8, 8);
    assertEquals(Optional.of(new LayerRange(0, 0)), StyleGroup.COARSE.layers(two));
    assertEquals(Optional.empty(), StyleGroup.MIDDLE.layers(two));
    assertEquals(Optional.of(new LayerRange(1, 3)), StyleGroup.FINE.layers(two));
    assertEquals(Optional.empty(), StyleGroup.COARSE.layers(List.of()));
  }
}
