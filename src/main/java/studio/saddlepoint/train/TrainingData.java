package studio.saddlepoint.train;

import java.util.function.BooleanSupplier;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.DataSets;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.recipe.Recipe;

/** Opens what a recipe learns, and refuses what it cannot learn. */
final class TrainingData {
    private TrainingData() {}

    /**
     * Opens the training split.
     *
     * @param progress told how far it is
     * @param cancelled whether it is not wanted any more
     * @throws StudioException if it cannot be opened, has fewer pictures than a batch, or has no
     *     classes where the recipe needs them
     */
    static DataSet open(Recipe recipe, Home home, Progress progress, BooleanSupplier cancelled) {
        Progress cancellable =
                new Progress() {
                    @Override
                    public void report(String stage, double fraction) {
                        progress.report(stage, fraction);
                    }

                    @Override
                    public boolean cancelled() {
                        return cancelled.getAsBoolean();
                    }
                };
        DataSet data =
                DataSets.open(
                        recipe.data().source(),
                        recipe.data().size(),
                        Split.TRAIN,
                        home.caches(),
                        cancellable);
        requireTrainable(data, recipe);
        return data;
    }

    private static void requireTrainable(DataSet data, Recipe recipe) {
        if (data.size() < recipe.training().batchSize()) {
            throw new StudioException(
                    "The data set "
                            + data.name()
                            + " has "
                            + data.size()
                            + (data.size() == 1 ? " picture" : " pictures")
                            + ", fewer than training.batchSize ("
                            + recipe.training().batchSize()
                            + "): lower the batch size.");
        }
        if (recipe.method().conditional() && data.classNames().size() < 2) {
            throw new StudioException(
                    "method.conditional needs classes, but the data set "
                            + data.name()
                            + " has none: switch it off, or sort the images into one sub-folder a class.");
        }
    }
}
