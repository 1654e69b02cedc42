package studio.saddlepoint.screenshots;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.latent.LatentCodes;
import studio.saddlepoint.latent.PictureConversion;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;

/**
 * Draws the start page's pictures of the embedded recipes: what each made of its own data, from the
 * newest run of that name, such as {@code bench methods} leaves. Arguments: the folder for the
 * pictures (assets/recipes), the folder of runs.
 */
public final class DrawRecipePictures {
  private static final int COLUMNS = 10;
  private static final int ROWS = 5;

  private DrawRecipePictures() {}

  /** Draws the pictures of all recipes that have a run. */
  public static void main(String[] args) throws IOException {
    for (Recipe recipe : Recipes.embedded()) {
      Optional<Path> run = newest(Path.of(args[1]), recipe.name());
      if (run.isPresent()) {
        Picture picture = drawn(RunFolder.open(run.get()));
        BufferedImage image =
            new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        ImageIO.write(image, "png", Path.of(args[0]).resolve(recipe.name() + ".png").toFile());
      }
    }
  }

  private static Optional<Path> newest(Path runs, String name) throws IOException {
    try (Stream<Path> folders = Files.list(runs)) {
      return folders
          .filter(each -> each.getFileName().toString().matches(name + "-\\d+-\\d+"))
          .max(Comparator.comparing(Path::getFileName));
    }
  }

  private static Picture drawn(RunFolder run) {
    SavedCheckpoint last =
        run.checkpoints().stream().max(Comparator.comparing(SavedCheckpoint::step)).orElseThrow();
    try (Snapshot snapshot = Snapshot.load(run, last, run.recipe().averages())) {
      int count = COLUMNS * ROWS;
      int[] labels = IntStream.range(0, count).map(place -> place % COLUMNS).toArray();
      List<Picture> pictures =
          snapshot.render(
              LatentCodes.gaussian(count, snapshot.latent().size(), 1),
              labels,
              Double.POSITIVE_INFINITY);
      return PictureConversion.grid(pictures, COLUMNS, 0, 0);
    }
  }
}
