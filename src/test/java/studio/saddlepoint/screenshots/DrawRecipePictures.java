package studio.saddlepoint.screenshots;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import javax.imageio.ImageIO;
import studio.saddlepoint.app.start.DataSheet;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSets;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;

/**
 * Draws the start page's pictures of the embedded recipes, so that they are there at once.
 * Arguments: the folder for the pictures (assets/recipes), the folder of cached data sets.
 */
public final class DrawRecipePictures {
    private DrawRecipePictures() {}

    /** In order, so by class, where the class can be chosen; mixed, and each recipe otherwise. */
    private static IntUnaryOperator order(Recipe recipe) {
        return recipe.method().conditional()
                ? place -> place
                : place -> new Random(recipe.name().hashCode() + 31L * place).nextInt(10_000);
    }

    /** Draws the pictures. */
    public static void main(String[] args) throws IOException {
        for (Recipe recipe : Recipes.embedded()) {
            Picture picture =
                    DataSheet.of(
                            DataSets.open(
                                    recipe.data().source(),
                                    recipe.data().size(),
                                    Split.TRAIN,
                                    Path.of(args[1]),
                                    Progress.NONE),
                            order(recipe),
                            10,
                            5);
            BufferedImage image =
                    new BufferedImage(
                            picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
            image.setRGB(
                    0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
            ImageIO.write(image, "png", Path.of(args[0]).resolve(recipe.name() + ".png").toFile());
        }
    }
}
