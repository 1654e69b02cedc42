package studio.saddlepoint.app.compare.pair;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.compare.model.CompareModel;
import studio.saddlepoint.app.compare.model.OurRun;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;

/** Begins a pair of runs: asks for it, makes and trains them, and chooses both on the page. */
public final class PairBeginning {
  private final StudioModel studio;
  private final CompareModel model;

  /** Nothing is begun yet. */
  public PairBeginning(StudioModel studio, CompareModel model) {
    this.studio = studio;
    this.model = model;
  }

  /** Asks, and begins where a person wants it. */
  public void ask(@Nullable Window owner) {
    Optional<PairRequest> request = new PairDialog(owner, recipes()).showAndWait();
    request.ifPresent(this::begin);
  }

  /** Begins what was asked for. */
  void begin(PairRequest request) {
    new PairTraining(studio, model::chooseOnly).begin(request);
  }

  /** Those of the runs that are chosen, then the program's own. */
  private Map<String, Recipe> recipes() {
    Map<String, Recipe> found = new LinkedHashMap<>();
    for (var run : model.runs()) {
      if (run instanceof OurRun ours && ours.started().generator().architecture().offered()) {
        found.put(Messages.text("compare.pair.of", model.name(run)), ours.started());
      }
    }
    for (Recipe each : Recipes.embedded()) {
      found.putIfAbsent(each.title(), studio.settings().preferred(each));
    }
    return found;
  }
}
