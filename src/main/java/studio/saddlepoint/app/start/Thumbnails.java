package studio.saddlepoint.app.start;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.pictures.DataSheet;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.source.DataSets;
import studio.saddlepoint.recipe.Recipe;

/** Small pictures for the start page, made in the background. */
final class Thumbnails {
  private static final int SHEET_SIZE = 112;
  private static final int COLUMNS = 10;
  private static final int ROWS = 5;

  private final StudioModel model;

  Thumbnails(StudioModel model) {
    this.model = model;
  }

  /** A run's newest sheet, made small. */
  void sheet(Path file, Consumer<Picture> show) {
    model.tasks().run(Messages.text("start.thumbnails"), progress -> small(file)).onDone(show);
  }

  /** What a recipe learns to draw: its own picture, or images of its data set. */
  void recipe(Recipe recipe, Consumer<Picture> show) {
    model
        .tasks()
        .run(Messages.text("start.thumbnails"), progress -> picture(recipe, progress))
        .onDone(show);
  }

  private Picture picture(Recipe recipe, Progress progress) throws IOException {
    String name = "/assets/recipes/" + recipe.name() + ".png";
    try (InputStream in = Thumbnails.class.getResourceAsStream(name)) {
      if (in != null) {
        return picture(ImageIO.read(in));
      }
    }
    DataSet data = DataSets.open(recipe.data(), Split.TRAIN, model.home().caches(), progress);
    return DataSheet.of(data, place -> place, COLUMNS, ROWS);
  }

  private static Picture small(Path file) throws IOException {
    BufferedImage large = Pngs.decode(Files.readAllBytes(file));
    BufferedImage small = new BufferedImage(SHEET_SIZE, SHEET_SIZE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    // The upper left quarter: a whole sheet is unreadable at this size.
    int part = Math.min(large.getWidth(), large.getHeight()) / 2;
    graphics.drawImage(large, 0, 0, SHEET_SIZE, SHEET_SIZE, 0, 0, part, part, null);
    graphics.dispose();
    return picture(small);
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
