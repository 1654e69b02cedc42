package studio.saddlepoint.run;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.file.RunDiskErrors;
import studio.saddlepoint.run.file.RunFiles;

/** The sample sheets of a run, as PNG files. */
final class Sheets {
  private Sheets() {}

  /**
   * Saves a sheet and what belongs beside it. A picture that lies there from an earlier training of
   * the same step, and that this one does not have, is deleted: it would show other weights.
   *
   * @param run the run folder
   * @param step steps done
   * @return the file of the sheet, relative to the run folder, with {@code /}
   * @throws StudioException if one of the pictures cannot be written
   */
  static String save(Path run, AtomicFile disk, long step, SheetPictures pictures) {
    String name = String.format(Locale.ROOT, "%s/step-%010d.png", RunFiles.SAMPLES, step);
    write(run, disk, name, Optional.of(pictures.samples()));
    for (SheetCompanion kind : SheetCompanion.values()) {
      write(run, disk, kind.file(name), pictures.companion(kind));
    }
    return name;
  }

  /**
   * Saves a picture of a finding.
   *
   * @return its file, relative to the run folder, with {@code /}
   * @throws StudioException if it cannot be written
   */
  static String saveFinding(Path run, AtomicFile disk, long step, String kind, Picture picture) {
    String name = String.format(Locale.ROOT, "%s/step-%010d-%s.png", RunFiles.FINDINGS, step, kind);
    write(run, disk, name, Optional.of(picture));
    return name;
  }

  private static void write(Path run, AtomicFile disk, String name, Optional<Picture> picture) {
    Path file = run.resolve(name);
    try {
      if (picture.isEmpty()) {
        Files.deleteIfExists(file);
        return;
      }
      Path folder = file.resolveSibling("");
      if (!Files.isDirectory(folder)) {
        Files.createDirectory(folder);
      }
      disk.write(file, Pngs.encode(picture.get()));
    } catch (IOException e) {
      throw RunDiskErrors.writing(run, file, "", e);
    }
  }

  /**
   * Loads a sheet.
   *
   * @param run the run folder
   * @param file as {@link #save} returned it
   * @throws StudioException if it is gone, damaged, or not in the run folder
   */
  static Picture load(Path run, String file) {
    return read(
        PathNames.within(run, file)
            .orElseThrow(
                () -> new StudioException(file + " is not in the run folder " + run + ".")));
  }

  /**
   * Loads a sheet and what is kept beside it.
   *
   * @param file as {@link #save} returned it
   * @throws StudioException if one of them is damaged, or the sheet gone or not in the run folder
   */
  static SheetPictures loadAll(Path run, String file) {
    Picture samples = load(run, file);
    Map<SheetCompanion, Picture> companions = new EnumMap<>(SheetCompanion.class);
    for (SheetCompanion kind : SheetCompanion.values()) {
      String name = kind.file(file);
      if (Files.isRegularFile(run.resolve(name))) {
        companions.put(kind, load(run, name));
      }
    }
    return new SheetPictures(samples, companions);
  }

  /**
   * Reads a PNG file.
   *
   * @throws StudioException if it is gone or damaged; names it
   */
  private static Picture read(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw RunDiskErrors.reading(file, e);
    }
    try {
      return picture(Pngs.decode(bytes));
    } catch (IOException e) {
      throw new StudioException(
          file + " is not a whole PNG picture: this sheet cannot be shown. Delete it.", e);
    }
  }

  private static Picture picture(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] argb = image.getRGB(0, 0, width, height, new int[width * height], 0, width);
    for (int i = 0; i < argb.length; i++) {
      argb[i] |= 0xFF000000;
    }
    return new Picture(width, height, argb);
  }
}
