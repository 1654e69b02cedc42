package studio.saddlepoint.app.explore;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.undo.Edit;
import studio.saddlepoint.latent.CodeInW;
import studio.saddlepoint.latent.LatentPoint;

/**
 * A move in latent space. Those of one slider that follow each other at once are one.
 *
 * @param model what moved
 * @param before where it stood
 * @param after where it went
 * @param made when
 */
record ExploreEdit(ExploreModel model, ExploreState before, ExploreState after, Instant made)
    implements Edit {
  private static final Duration ONE_MOVEMENT = Duration.ofSeconds(1);

  /** What sliders change. */
  private static final Set<String> SLIDING =
      Set.of(
          "a",
          "b",
          "place",
          "threshold",
          "psi",
          "strength",
          "keep",
          "layers",
          "shift",
          "mix",
          "plane");

  @Override
  public String title() {
    return Messages.text("undo.explore." + what());
  }

  /** Which part of the state changed most. */
  String what() {
    boolean a = !before.a().equals(after.a());
    boolean b = !before.b().equals(after.b());
    if (a && b) {
      return before.swap().equals(after) ? "swap" : "ends";
    }
    if (a || b) {
      return a ? "a" : "b";
    }
    if (before.place() != after.place()) {
      return "place";
    }
    if (before.threshold() != after.threshold()) {
      return "threshold";
    }
    if (!before.inW().equals(after.inW())) {
      return "psi";
    }
    if (before.strength() != after.strength()) {
      return "strength";
    }
    if (!before.keep().equals(after.keep())) {
      return "keep";
    }
    if (before.label() != after.label()) {
      return "class";
    }
    if (!before.plane().equals(after.plane())) {
      return "plane";
    }
    if (before.way() != after.way() || before.space() != after.space()) {
      return "way";
    }
    if (!before.shifts().equals(after.shifts())) {
      return "shift";
    }
    if (!before.mix().equals(after.mix())) {
      return "mix";
    }
    if (before.noise() != after.noise()) {
      return "noise";
    }
    if (!before.mixing().equals(after.mixing())) {
      return before.mixing().layers().equals(after.mixing().layers()) ? "mixing" : "layers";
    }
    return before.variationSeed() != after.variationSeed() ? "variations" : "locks";
  }

  /** Whether an end was changed number by number, as its bars are dragged. */
  private boolean numbersEdited() {
    return switch (what()) {
      case "a" -> byNumbers(before.a()) && byNumbers(after.a());
      case "b" -> byNumbers(before.b()) && byNumbers(after.b());
      default -> false;
    };
  }

  private static boolean byNumbers(LatentPoint point) {
    return point instanceof LatentPoint.Given || point instanceof CodeInW;
  }

  @Override
  public String page() {
    return "explore";
  }

  @Override
  public void undo() {
    model.restore(before);
  }

  @Override
  public void redo() {
    model.restore(after);
  }

  @Override
  public Optional<Edit> with(Edit next) {
    return next instanceof ExploreEdit move
            && move.model == model
            && (SLIDING.contains(what()) || numbersEdited() && move.numbersEdited())
            && move.what().equals(what())
            && Duration.between(made, move.made).compareTo(ONE_MOVEMENT) < 0
        ? Optional.of(new ExploreEdit(model, before, move.after, move.made))
        : Optional.empty();
  }
}
