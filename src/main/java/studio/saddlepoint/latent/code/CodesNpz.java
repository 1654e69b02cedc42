package studio.saddlepoint.latent.code;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Npy;
import studio.saddlepoint.core.Npz;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.CodeInW;
import studio.saddlepoint.latent.CodeSizes;
import studio.saddlepoint.latent.LatentPoint;

/**
 * Codes as NumPy's arrays, as Python's tools for StyleGAN have them (projector.py, generate.py
 * --projected-w): {@code z} is {@code (N, Z)}; {@code w} is {@code (N, L, D)}, or {@code (N, 1, D)}
 * or {@code (N, D)} where all layers have the same; {@code ws} is {@code (N, L, D)}. float32 is
 * written, float64 is read, too. Names are one text, a line each, in the array {@code names}, which
 * those tools pass over.
 */
final class CodesNpz {
  private static final String Z = "z";
  private static final String W = "w";
  private static final String WS = "ws";
  private static final String NAMES = "names";

  private CodesNpz() {}

  /**
   * Reads codes.
   *
   * @param sizes of the generator that they are for
   * @param made when they get their names
   * @throws StudioException if there are none, or not as long; names the file and the array
   */
  static List<NamedCode> read(Path file, CodeSizes sizes, Instant made) {
    Npz npz = Npz.read(file, Set.of(Z, W, WS, NAMES));
    List<LatentPoint> points = new ArrayList<>();
    for (String name : List.of(Z, W, WS)) {
      Npy array = npz.arrays().get(name);
      if (array != null) {
        requireShape(file, name, array, sizes);
        points.addAll(points(file, name, array));
      }
    }
    if (points.isEmpty()) {
      throw new StudioException(
          English.of(
              "%s has no array \"z\", \"w\" or \"ws\"; it has %s. Name the codes' array so, or choose another file.",
              file,
              npz.names().isEmpty()
                  ? "none"
                  : npz.names().stream()
                      .limit(10)
                      .map(each -> '"' + each + '"')
                      .collect(Collectors.joining(", "))));
    }
    List<String> names = names(file, npz, points.size());
    List<NamedCode> codes = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      codes.add(NamedCode.of(names.get(i), points.get(i), made));
    }
    return codes;
  }

  private static void requireShape(Path file, String name, Npy array, CodeSizes sizes) {
    int[] shape = array.shape();
    int layers = Math.max(1, sizes.w().layers());
    int d = sizes.w().size();
    boolean rows = shape.length == 2 && !name.equals(WS);
    boolean byLayer =
        shape.length == 3
            && !name.equals(Z)
            && (shape[1] == layers || shape[1] == 1 && !name.equals(WS));
    int last = shape.length == 0 ? 0 : shape[shape.length - 1];
    if (!(rows || byLayer) || last != (name.equals(Z) ? sizes.z() : d)) {
      throw refused(
          file,
          name,
          English.of(
              "has the shape %s, but codes of this generator are %s: it is of another one",
              tuple(shape), wanted(name, sizes)));
    }
    if (shape[0] < 1 || shape[0] > Bookmarks.MOST) {
      throw refused(
          file, name, English.of("has %,d codes: 1 to %,d can be taken", shape[0], Bookmarks.MOST));
    }
  }

  private static String wanted(String name, CodeSizes sizes) {
    int layers = Math.max(1, sizes.w().layers());
    int d = sizes.w().size();
    String byLayer = "(N, " + layers + ", " + d + ")";
    return switch (name) {
      case Z -> "(N, " + sizes.z() + ")";
      case WS -> byLayer;
      default -> "(N, " + d + ")" + (layers > 1 ? " or (N, 1, " + d + ")" : "") + " or " + byLayer;
    };
  }

  private static String tuple(int[] shape) {
    return Arrays.stream(shape)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", "(", shape.length == 1 ? ",)" : ")"));
  }

  private static List<LatentPoint> points(Path file, String name, Npy array) {
    int count = array.shape()[0];
    int length = array.values().length / count;
    List<LatentPoint> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Float> numbers = new ArrayList<>(length);
      for (int k = 0; k < length; k++) {
        float number = (float) array.values()[i * length + k];
        if (!Float.isFinite(number)) {
          throw refused(file, name, English.of("has the number %s in its code %d", number, i + 1));
        }
        numbers.add(number);
      }
      points.add(name.equals(Z) ? new LatentPoint.Given(numbers) : new CodeInW(numbers));
    }
    return points;
  }

  /** Those in the file, where there are as many; else the file's own name, with numbers. */
  private static List<String> names(Path file, Npz npz, int count) {
    Npy kept = npz.arrays().get(NAMES);
    List<String> names = new ArrayList<>();
    String[] lines = kept == null ? new String[0] : kept.text().split("\n", -1);
    String plain = PathNames.of(file).replaceFirst("\\.[^.]*$", "");
    for (int i = 0; i < count; i++) {
      boolean given = lines.length == count && isName(lines[i]);
      String own = isName(plain) ? plain : "Code";
      names.add(given ? lines[i] : count == 1 ? own : own + " " + (i + 1));
    }
    return names;
  }

  private static boolean isName(String text) {
    return !text.isBlank()
        && text.length() < NamedCode.LONGEST_NAME - 5
        && !NamedCode.readsAsCode(text);
  }

  private static StudioException refused(Path file, String array, String reason) {
    return new StudioException(
        English.of("The array \"%s\" in %s %s. Choose another file.", array, file, reason));
  }

  /**
   * Writes or replaces a file: codes in z as {@code z}, those in w as {@code w}.
   *
   * @param codes at least one
   * @param half the first half of the generator for a code's class
   * @param allInW whether codes in z are mapped to w, too
   */
  static void write(Path file, List<NamedCode> codes, HalfOf half, boolean allInW) {
    Map<Boolean, List<NamedCode>> parted =
        codes.stream().collect(Collectors.partitioningBy(each -> allInW || each.point().inW()));
    List<NamedCode> inZ = parted.getOrDefault(false, List.of());
    List<NamedCode> inW = parted.getOrDefault(true, List.of());
    CodeSizes sizes = half.sizes();
    Map<String, Npy> arrays = new LinkedHashMap<>();
    if (!inZ.isEmpty()) {
      double[] z =
          flat(inZ.stream().map(each -> each.point().code(sizes.z(), Double.POSITIVE_INFINITY)));
      arrays.put(Z, Npy.of(z, inZ.size(), sizes.z()));
    }
    if (!inW.isEmpty()) {
      double[] w =
          flat(inW.stream().map(each -> each.point().w(half.of(each), Double.POSITIVE_INFINITY)));
      int layers = sizes.w().layers();
      arrays.put(
          W,
          layers == 0
              ? Npy.of(w, inW.size(), sizes.w().size())
              : Npy.of(w, inW.size(), layers, sizes.w().size()));
    }
    String names =
        Stream.concat(inZ.stream(), inW.stream())
            .map(NamedCode::name)
            .collect(Collectors.joining("\n"));
    arrays.put(NAMES, Npy.of(names));
    Npz.write(file, arrays, Npy.Precision.FLOAT32);
  }

  private static double[] flat(Stream<float[]> codes) {
    List<float[]> all = codes.toList();
    double[] flat = new double[all.stream().mapToInt(each -> each.length).sum()];
    int place = 0;
    for (float[] code : all) {
      for (float number : code) {
        flat[place++] = number;
      }
    }
    return flat;
  }
}
