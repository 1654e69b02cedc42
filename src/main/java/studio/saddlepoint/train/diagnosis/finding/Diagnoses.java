package studio.saddlepoint.train.diagnosis.finding;

import java.util.List;
import java.util.Optional;
import studio.saddlepoint.train.diagnosis.Diagnosis;

/** All diagnoses there are, in the order in which they are told. */
public final class Diagnoses {
  /** What the window, the commands, the docs and tests go through. */
  public static final List<Diagnosis> ALL =
      List.of(
          new Diverged(),
          new ClassCollapse(),
          new DiversityCollapse(),
          new VanishingGradient(),
          new TooStrong(),
          new TooWeak(),
          new Oscillation(),
          new PosteriorCollapse(),
          new Memorised(),
          new Overfitting(),
          new Checkerboard(),
          new OverGeneralisation(),
          new UnderGeneralisation(),
          new SlowConvergence(),
          new Plateau());

  private Diagnoses() {}

  /** The diagnosis of a kind; empty for one of another version, or of the run's files. */
  public static Optional<Diagnosis> of(String kind) {
    return ALL.stream().filter(each -> each.kind().equals(kind)).findFirst();
  }
}
