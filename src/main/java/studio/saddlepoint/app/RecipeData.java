package studio.saddlepoint.app;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.data.known.KnownDataSet;
import studio.saddlepoint.data.known.KnownDataSets;
import studio.saddlepoint.recipe.Recipe;

/**
 * The well-known data sets that recipes name. A recipe goes on with the folder of the one it names;
 * where that is not on this computer yet, the person is offered its download. For the FX thread.
 */
final class RecipeData {
  private final StudioModel model;
  private final Set<KnownDataSet> getting = EnumSet.noneOf(KnownDataSet.class);

  RecipeData(StudioModel model) {
    this.model = model;
  }

  /** A recipe with the folder of the well-known data set that it names, where that is here. */
  Recipe found(Recipe recipe) {
    return KnownDataSet.named(recipe.data().source())
        .flatMap(sets()::find)
        .map(folder -> in(recipe, folder))
        .orElse(recipe);
  }

  /**
   * Hands a recipe on at once where its data is here, and later where the person lets it be
   * downloaded.
   *
   * @param key of the words of the button that downloads it
   * @param next takes the recipe with the folder of its data
   */
  void ready(Recipe recipe, String key, Consumer<Recipe> next) {
    Optional<KnownDataSet> missing =
        KnownDataSet.named(recipe.data().source()).filter(set -> sets().find(set).isEmpty());
    missing.ifPresentOrElse(
        set -> offer(set, key, folder -> next.accept(in(recipe, folder))),
        () -> next.accept(found(recipe)));
  }

  private void offer(KnownDataSet set, String key, Consumer<Path> next) {
    if (getting.contains(set)) {
      model.tell(Notice.info(Messages.text("known.getting", set.title())));
      return;
    }
    model.tell(
        Notice.info(Messages.text("known.missing", set.title(), Texts.bytes(set.bytes())))
            .offering(Feather.DOWNLOAD, key, () -> download(set, next)));
  }

  private void download(KnownDataSet set, Consumer<Path> next) {
    if (!getting.add(set)) {
      return;
    }
    KnownDataSets sets = sets();
    model
        .tasks()
        .run(
            Messages.text("known.getting", set.title()),
            progress -> sets.download(set, Optional.empty(), progress))
        .onDone(
            folder -> {
              getting.remove(set);
              model.sources().add(folder);
              next.accept(folder);
            })
        .onFailed(
            problem -> {
              getting.remove(set);
              model.tell(Notice.problem(problem));
            })
        .onCancelled(() -> getting.remove(set));
  }

  private KnownDataSets sets() {
    return new KnownDataSets(model.home());
  }

  private static Recipe in(Recipe recipe, Path folder) {
    return recipe.with("data.source", UserDataSources.text(folder));
  }
}
