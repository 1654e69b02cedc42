package studio.saddlepoint.app.lab;

import studio.saddlepoint.lab.picture.PictureTable;
import studio.saddlepoint.metrics.extractor.ClassifierKind;
import studio.saddlepoint.metrics.extractor.ExtractorKind;
import studio.saddlepoint.metrics.extractor.RandomConvolutionKind;

/**
 * A picture, by whom it is looked at, and how much it is changed.
 *
 * @param source of the data set: {@code strokes} or {@code shapes}
 * @param extractor makes the features
 * @param picture its index
 * @param step of the amount, 0 to {@link PictureTable#STEPS}
 */
record PicturesState(String source, ExtractorKind extractor, int picture, int step) {
  static final PicturesState DEFAULT =
      new PicturesState("shapes", RandomConvolutionKind.RANDOM, 0, 2);

  /** Looked at by a classifier of the data set. */
  static final PicturesState LEARNT = new PicturesState("strokes", ClassifierKind.CLASSIFIER, 0, 4);

  PicturesState at(int otherStep) {
    return new PicturesState(
        source, extractor, picture, Math.max(0, Math.min(PictureTable.STEPS, otherStep)));
  }

  PicturesState of(int otherPicture) {
    return new PicturesState(source, extractor, otherPicture, step);
  }

  PicturesState by(ExtractorKind other) {
    return new PicturesState(source, other, picture, step);
  }

  PicturesState from(String other) {
    return new PicturesState(other, extractor, picture, step);
  }

  /** Whether the same study is asked. */
  boolean sameStudy(PicturesState other) {
    return source.equals(other.source) && extractor == other.extractor;
  }
}
