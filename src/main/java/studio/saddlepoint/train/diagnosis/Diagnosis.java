package studio.saddlepoint.train.diagnosis;

import java.util.List;
import java.util.Optional;

/** A pure function that finds one kind of trouble, or a thing worth knowing, in evidence. */
public interface Diagnosis {
  /** Short name of what it finds, the same for ever: {@code mode-collapse}. */
  String kind();

  /** Its name for a person. */
  String label();

  /**
   * The hyper-parameters that it reads its thresholds from, such as {@code diagnosis.lostClass}.
   */
  List<String> thresholds();

  /** Whether it is told at the first look that shows it. */
  default boolean atOnce() {
    return false;
  }

  /**
   * Looks.
   *
   * @return nothing where the evidence does not show it, or is too little
   */
  Optional<Finding> look(Evidence evidence);
}
