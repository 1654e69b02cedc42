package studio.saddlepoint.metrics.pace;

/**
 * A part of an evaluation that is planned.
 *
 * @param work what is done
 * @param kind what its speed depends on beside the computer: an extractor, the shape of images, a
 *     generator; empty where nothing
 * @param usualSeconds what it takes on a computer of two cores that does nothing else, by a formula
 *     of the numbers of images and features
 */
public record PlannedWork(Work work, String kind, double usualSeconds) {
  /** Its name in what is kept. */
  String key() {
    if (work == Work.COMPARING) {
      return kind; // the metric's own
    }
    return kind.isEmpty() ? work.key() : work.key() + ' ' + kind;
  }
}
