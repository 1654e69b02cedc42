package studio.saddlepoint.latent.code;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.CodeDrawing;
import studio.saddlepoint.latent.CodeSizes;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.Snapshot;

/** Codes as files for other runs and programs: JSON has all, NPZ the numbers and the names. */
public final class CodeFiles {
  /** The endings of such files, from the one that has all. */
  public static final List<String> ENDINGS = List.of("json", "npz");

  /** Pictures drawn at once. */
  private static final int BATCH = 16;

  private CodeFiles() {}

  /** Whether a file's name says that it has codes. */
  public static boolean isNamed(Path file) {
    return ENDINGS.contains(ending(file));
  }

  private static String ending(Path file) {
    String name = PathNames.of(file).toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static void requireNamed(Path file) {
    if (!isNamed(file)) {
      throw new StudioException(
          English.of("%s is no file of codes: its name must end with .json or .npz.", file));
    }
  }

  /**
   * Reads codes, all or none.
   *
   * @param sizes of the generator that they are for
   * @throws StudioException if one of them cannot be taken; names the file and the code or array
   */
  public static List<Bookmark> read(Path file, CodeSizes sizes) {
    requireNamed(file);
    if (ending(file).equals("npz")) {
      Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      return CodesNpz.read(file, sizes, now).stream().map(Bookmark::of).toList();
    }
    List<Bookmark> codes = CodesJson.read(file);
    if (codes.isEmpty()) {
      throw new StudioException(English.of("%s has no codes: choose another file.", file));
    }
    for (Bookmark each : codes) {
      if (!each.code().point().fits(sizes)) {
        throw new StudioException(
            English.of(
                "The code \"%s\" in %s is of another generator: this one's have %d numbers in z, and in w %s. Choose another file.",
                each.name(),
                file,
                sizes.z(),
                sizes.w().layers() > 1
                    ? English.of("%d for each of %d layers", sizes.w().size(), sizes.w().layers())
                    : Integer.toString(sizes.w().size())));
      }
    }
    return codes;
  }

  /**
   * Writes or replaces a file, whole or not at all.
   *
   * @param file whose name ends with .json or .npz
   * @param codes at least one
   * @param snapshot whose codes they are
   * @param inW whether an .npz file has codes in z as w, too
   * @throws StudioException if it cannot be written, or there are no codes
   */
  public static void write(Path file, List<Bookmark> codes, Snapshot snapshot, boolean inW) {
    write(file, codes, HalfOf.snapshot(snapshot), inW);
  }

  static void write(Path file, List<Bookmark> codes, HalfOf half, boolean inW) {
    requireNamed(file);
    if (codes.isEmpty()) {
      throw new StudioException("There are no bookmarks to write: keep a code first.");
    }
    if (ending(file).equals("npz")) {
      CodesNpz.write(file, codes.stream().map(Bookmark::code).toList(), half, inW);
      return;
    }
    try {
      AtomicFile.ON_DISK.write(file, CodesJson.write(codes));
    } catch (IOException e) {
      throw new StudioException(
          English.of(
              "%s cannot be written (%s): check the folder and the free space, or choose another place.",
              file, DiskErrors.reason(e)),
          e);
    }
  }

  /**
   * Draws the pictures of bookmarks that have none, without truncation.
   *
   * @param snapshot that draws them
   */
  public static List<Bookmark> drawn(Snapshot snapshot, List<Bookmark> codes, Progress progress) {
    List<Bookmark> drawn = new ArrayList<>(codes);
    List<Integer> without = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      if (codes.get(i).thumbnail().isEmpty()) {
        without.add(i);
      }
    }
    for (int from = 0; from < without.size(); from += BATCH) {
      progress.checkCancelled();
      progress.report("Drawing pictures", (double) from / without.size());
      List<Integer> batch = without.subList(from, Math.min(from + BATCH, without.size()));
      List<LatentPoint> points = batch.stream().map(i -> codes.get(i).code().point()).toList();
      int[] labels =
          batch.stream()
              .mapToInt(i -> codes.get(i).code().label(snapshot.latent().classNames()))
              .toArray();
      List<Picture> pictures = CodeDrawing.draw(snapshot, points, labels, Double.POSITIVE_INFINITY);
      for (int i = 0; i < batch.size(); i++) {
        int place = batch.get(i);
        drawn.set(place, codes.get(place).shown(Thumbnail.of(pictures.get(i))));
      }
    }
    return drawn;
  }

  /**
   * A bookmark of a code of a snapshot, made now.
   *
   * @param label the class that it is drawn with
   * @throws StudioException if the name cannot be one
   */
  public static NamedCode named(String name, LatentPoint point, Snapshot snapshot, int label) {
    List<String> classes = snapshot.latent().classNames();
    return new NamedCode(
        name,
        point,
        classes.stream().skip(label).findFirst(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        OptionalLong.of(snapshot.step()),
        "");
  }
}
