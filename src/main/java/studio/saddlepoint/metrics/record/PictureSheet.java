package studio.saddlepoint.metrics.record;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.latent.PictureConversion;

/** Pictures of one size, kept in one PNG file row by row, without gaps. */
final class PictureSheet {
  private PictureSheet() {}

  /** Whether pictures fill a sheet: there are some, and all are of one size. */
  static boolean fits(List<Picture> pictures) {
    return pictures.stream().map(each -> List.of(each.width(), each.height())).distinct().count()
        == 1;
  }

  /**
   * Keeps pictures that fit.
   *
   * @throws studio.saddlepoint.core.StudioException if they cannot be written
   */
  static void save(Path file, List<Picture> pictures, int columns) {
    try {
      RecordFile.write(file, Pngs.encode(PictureConversion.grid(pictures, columns, 0, 0xff000000)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads pictures again, row by row.
   *
   * @throws IOException if there is no such sheet
   */
  static List<Picture> load(Path file, int columns, int rows) throws IOException {
    BufferedImage sheet = Pngs.decode(Files.readAllBytes(file));
    int width = sheet.getWidth() / columns;
    int height = sheet.getHeight() / rows;
    List<Picture> pictures = new ArrayList<>();
    for (int i = 0; i < rows * columns; i++) {
      int[] argb =
          sheet.getRGB(
              i % columns * width,
              i / columns * height,
              width,
              height,
              new int[width * height],
              0,
              width);
      pictures.add(new Picture(width, height, argb));
    }
    return pictures;
  }
}
