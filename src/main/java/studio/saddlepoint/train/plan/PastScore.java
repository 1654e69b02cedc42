package studio.saddlepoint.train.plan;

/**
 * A score that a training had once.
 *
 * @param candidate its name in the table of candidates
 * @param kind of the pictures
 * @param data what they were called
 * @param images real pictures that it had seen
 * @param fid its Fréchet distance
 * @param extractor whose features that was measured by
 * @param knewLabels whether those were learnt from the labels that the training was told
 */
record PastScore(
    String candidate,
    PictureKind kind,
    String data,
    double images,
    double fid,
    String extractor,
    boolean knewLabels) {
  /** Whether another is of the same curve. */
  boolean continues(PastScore other) {
    return candidate.equals(other.candidate)
        && kind == other.kind
        && data.equals(other.data)
        && extractor.equals(other.extractor);
  }
}
