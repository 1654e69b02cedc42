package studio.saddlepoint.latent.code;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.saddlepoint.core.Npy;
import studio.saddlepoint.core.Npz;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.CodeInW;
import studio.saddlepoint.latent.CodeSizes;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.ToW;
import studio.saddlepoint.model.WSpace;

/** Codes as files; those below {@link #NUMPY} were made by NumPy. */
class CodeFilesTest {
  private static final Path NUMPY = Path.of("src/test/resources/studio/saddlepoint/latent");
  private static final CodeSizes SIZES = new CodeSizes(6, new WSpace(8, 4));

  @TempDir Path folder;

  /** What {@code make.py} has in its array w. */
  private static List<Float> w(int from, int count) {
    return IntStream.range(from, from + count).mapToObj(i -> i / 8f - 3).toList();
  }

  private static List<LatentPoint> points(List<Bookmark> codes) {
    return codes.stream().map(each -> each.code().point()).toList();
  }

  private static List<String> names(List<Bookmark> codes) {
    return codes.stream().map(Bookmark::name).toList();
  }

  @Test
  void arraysOfPythonsToolsAreRead() {
    List<Bookmark> projected = CodeFiles.read(NUMPY.resolve("projected_w.npz"), SIZES);
    assertEquals(List.of(new CodeInW(w(0, 32))), points(projected));
    assertEquals(List.of("projected_w"), names(projected));
    assertEquals(
        List.of(new CodeInW(w(0, 32)), new CodeInW(w(32, 32))),
        points(CodeFiles.read(NUMPY.resolve("layers.npz"), SIZES)));
    List<LatentPoint> sameForAll = List.of(new CodeInW(w(0, 4)), new CodeInW(w(32, 4)));
    assertEquals(sameForAll, points(CodeFiles.read(NUMPY.resolve("flat.npz"), SIZES)));
    assertEquals(sameForAll, points(CodeFiles.read(NUMPY.resolve("broadcast.npz"), SIZES)));
    List<Bookmark> z = CodeFiles.read(NUMPY.resolve("z.npz"), SIZES);
    assertEquals(
        new LatentPoint.Given(List.of(1.5f, 1.75f, 2f, 2.25f, 2.5f, 2.75f)), points(z).get(1));
    assertEquals(List.of("z 1", "z 2", "z 3"), names(z));
    List<Bookmark> named = CodeFiles.read(NUMPY.resolve("named.npz"), SIZES);
    assertEquals(List.of("One", "Two", "Grüße", "Four"), names(named));
    assertFalse(points(named).get(1).inW());
    assertTrue(points(named).get(2).inW());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "other-generator.npz|array \"w\" in |has the shape (1, 18, 512), but codes of this generator are (N, 4) or (N, 1, 4) or (N, 8, 4)",
        "nan.npz|array \"z\" in |has the number NaN in its code 1",
        "overflow.npz|array \"ws\" in |has the number Infinity in its code 1",
        "pictures.npz|has no array \"z\", \"w\" or \"ws\"|it has \"arr_0\"",
        "objects.npz|array \"w\" in |instead of numbers",
        "make.py|make.py is no file of codes|.json or .npz",
        "absent.npz|There is no file|absent.npz",
      })
  void otherArraysAreRefusedByFileAndArray(String name, String one, String other) {
    String told = refused(() -> CodeFiles.read(NUMPY.resolve(name), SIZES));
    assertTrue(told.contains(one) && told.contains(other) && told.contains(name), told);
  }

  @Test
  void filesThatAreNoneAreRefused() throws IOException {
    for (String content : List.of("", "no zip")) {
      Path file = Files.writeString(folder.resolve("none.npz"), content);
      String told = refused(() -> CodeFiles.read(file, SIZES));
      assertTrue(told.contains("none.npz is not a whole .npz file"), told);
    }
    Path json = Files.writeString(folder.resolve("none.json"), "");
    assertTrue(refused(() -> CodeFiles.read(json, SIZES)).contains("none.json is empty"));
  }

  @Test
  void wrongShapesAreRefused() {
    refusedShape("z", 6);
    refusedShape("z", 1, 5);
    refusedShape("z", 1, 1, 6);
    refusedShape("z", 0, 6);
    refusedShape("z", 1001, 6);
    refusedShape("w", 4);
    refusedShape("w", 1, 2, 4);
    refusedShape("w", 1, 8, 1, 4);
    refusedShape("ws", 8, 4);
    refusedShape("ws", 1, 1, 4);
  }

  private void refusedShape(String name, int... shape) {
    Path file = folder.resolve("shape.npz");
    Npz.write(
        file,
        Map.of(name, Npy.of(new double[Arrays.stream(shape).reduce(1, (a, b) -> a * b)], shape)));
    String told = refused(() -> CodeFiles.read(file, SIZES));
    assertTrue(told.contains("The array \"" + name + "\" in "), told);
  }

  private static String refused(Runnable action) {
    return assertThrows(StudioException.class, action::run).getMessage();
  }

  @Test
  void codesAreWrittenAsArraysAndReadAgain() {
    Path file = folder.resolve("codes.npz");
    List<Bookmark> codes =
        List.of(
            bookmark("in w", "w(1,2,3,4)"),
            bookmark("seed", "42"),
            bookmark("numbers", "code(1,2,3,4,5,6)"));
    CodeFiles.write(file, codes, new Twice(), false);
    Map<String, Npy> arrays = Npz.read(file, Set.of("z", "w", "ws", "names")).arrays();
    assertArrayEquals(new int[] {2, 6}, arrays.get("z").shape());
    assertArrayEquals(new int[] {1, 8, 4}, arrays.get("w").shape());
    List<Bookmark> read = CodeFiles.read(file, SIZES);
    assertEquals(List.of("seed", "numbers", "in w"), names(read));
    float[] seed = new LatentPoint.Seed(42).code(6, Double.POSITIVE_INFINITY);
    assertArrayEquals(seed, points(read).get(0).code(6, Double.POSITIVE_INFINITY));
    assertArrayEquals(
        points(codes).get(0).w(new Twice(), 1), points(read).get(2).w(new Twice(), 1));
  }

  @Test
  void codesInZAreMappedWhereAllAreWanted() {
    Path file = folder.resolve("codes.npz");
    CodeFiles.write(file, List.of(bookmark("a", "code(1,2,3,4,5,6)")), new Twice(), true);
    Map<String, Npy> arrays = Npz.read(file, Set.of("z", "w")).arrays();
    assertEquals(Set.of("w"), arrays.keySet());
    assertArrayEquals(
        new double[] {2, 4, 6, 8}, Arrays.copyOfRange(arrays.get("w").values(), 28, 32));
  }

  @Test
  void jsonHasAllOfThem() {
    Path file = folder.resolve("codes.JSON");
    List<Bookmark> codes = List.of(bookmark("a", "vary(42,0.25,9)").shown(new Thumbnail("")));
    CodeFiles.write(file, codes, new Twice(), false);
    assertEquals(codes, CodeFiles.read(file, SIZES));
    Path wrong = folder.resolve("wrong.json");
    CodeFiles.write(wrong, List.of(bookmark("b", "w(1,2,3)")), new Twice(), false);
    String told = refused(() -> CodeFiles.read(wrong, SIZES));
    assertTrue(
        told.contains("The code \"b\" in ")
            && told.contains("6 numbers in z, and in w 4 for each of 8 layers"),
        told);
  }

  @Test
  void nothingIsWrittenWhereThereIsNothingOrNoPlace() {
    assertTrue(
        refused(() -> CodeFiles.write(folder.resolve("a.json"), List.of(), new Twice(), false))
            .contains("no bookmarks"));
    List<Bookmark> codes = List.of(bookmark("a", "1"));
    for (String name : List.of("none/a.json", "none/a.npz", "a.txt")) {
      refused(() -> CodeFiles.write(folder.resolve(name), codes, new Twice(), false));
      assertFalse(Files.exists(folder.resolve(name)));
    }
  }

  private static Bookmark bookmark(String name, String code) {
    return Bookmark.of(
        NamedCode.of(name, LatentPoint.parse(code), Instant.parse("2026-11-30T10:15:00Z")));
  }

  /** A mapping network whose w is twice the first numbers of z, in all layers. */
  private static final class Twice implements HalfOf, ToW {
    @Override
    public CodeSizes sizes() {
      return SIZES;
    }

    @Override
    public ToW of(NamedCode code) {
      return this;
    }

    @Override
    public float[] map(float[] z) {
      float[] w = new float[SIZES.w().length()];
      for (int i = 0; i < w.length; i++) {
        w[i] = 2 * z[i % SIZES.w().size()];
      }
      return w;
    }
  }
}
