package studio.saddlepoint.metrics.lesson;

import java.nio.file.Path;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.source.DataSets;
import studio.saddlepoint.torch.TorchEngine;

/**
 * The pictures that the measurements are made on, which the program draws itself.
 *
 * @param train what the classifier learnt from, and what is compared with
 * @param heldOut drawn alike, and never shown to the classifier
 */
record LessonData(DataSet train, DataSet heldOut) {
  private static final String STROKES = "strokes";
  private static final int SIZE = 28;

  /**
   * Opens them; they are drawn the first time.
   *
   * @param caches where drawn pictures are kept
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  static LessonData open(Path caches, Progress progress) {
    TorchEngine.start(Progress.NONE);
    return new LessonData(
        DataSets.open(STROKES, SIZE, Split.TRAIN, caches, progress.part(0, 0.8)),
        DataSets.open(STROKES, SIZE, Split.TEST, caches, progress.part(0.8, 1)));
  }
}
