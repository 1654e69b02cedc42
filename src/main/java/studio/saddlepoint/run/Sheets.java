package studio.saddlepoint.run;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.file.RunDiskErrors;
import studio.saddlepoint.run.file.RunFiles;

/** The sample sheets of a run, as PNG files. */
final class Sheets {
  private Sheets() {}

  /**
   * Saves a sheet.
   *
   * @param run the run folder
   * @param step steps done
   * @return the file, relative to the run folder, with {@code /}
   * @throws StudioException if it cannot be written
   */
  static String save(Path run, AtomicFile disk, long step, Picture picture) {
    String name = String.format(Locale.ROOT, "%s/step-%010d.png", RunFiles.SAMPLES, step);
    Path file = run.resolve(name);
    try {
      Path folder = run.resolve(RunFiles.SAMPLES);
      if (!Files.isDirectory(folder)) {
        Files.createDirectory(folder);
      }
      disk.write(file, Pngs.encode(picture));
      return name;
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
    Path resolved = run.resolve(file).normalize();
    if (!resolved.startsWith(run)) {
      throw new StudioException(file + " is not in the run folder " + run + ".");
    }
    return read(resolved);
  }

  /**
   * Saves a picture beside a sheet.
   *
   * @param sheet as {@link #save} returned it
   * @throws StudioException if it cannot be written
   */
  static void saveReconstructions(Path run, AtomicFile disk, String sheet, Picture picture) {
    Path file = run.resolve(reconstructions(sheet));
    try {
      disk.write(file, Pngs.encode(picture));
    } catch (IOException e) {
      throw RunDiskErrors.writing(run, file, "", e);
    }
  }

  /** The picture beside a sheet; empty where there is none. */
  static Optional<Picture> loadReconstructions(Path run, String sheet) {
    String name = reconstructions(sheet);
    return Files.isRegularFile(run.resolve(name)) ? Optional.of(load(run, name)) : Optional.empty();
  }

  private static String reconstructions(String sheet) {
    return sheet.replaceFirst("\\.png$", "-reconstructions.png");
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
