package studio.saddlepoint.app.evaluate.model;

import java.util.Locale;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.metrics.extractor.ExtractorKind;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.Metric.Need;

/** The references that samples can be compared with. */
public enum ReferenceKind {
  /** The train split of the run's data set. */
  TRAIN,
  /** The part of it that was held back from the training. */
  HELD_OUT,
  /** A folder of images. */
  FOLDER,
  /** Statistics in an .npz file. */
  STATISTICS;

  /** Its name for a person. */
  public String title() {
    return Messages.text("evaluate.against." + name().toLowerCase(Locale.ROOT));
  }

  /** Whether a metric can be measured with an extractor against this. */
  public boolean allows(Metric metric, ExtractorKind extractor) {
    boolean here =
        switch (this) {
          case TRAIN -> true;
          case HELD_OUT -> !metric.needs(Need.HELD_OUT);
          case FOLDER ->
              !metric.needs(Need.HELD_OUT)
                  && !metric.needs(Need.GENERATOR)
                  && !metric.needs(Need.ENCODER)
                  && (!metric.needs(Need.REAL_CLASSES) || extractor.learnsData());
          case STATISTICS -> metric.contentWithStatistics();
        };
    return here && metric.fits(extractor);
  }
}
