package studio.saddlepoint.lab.judge;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.latent.PictureConversion;
import studio.saddlepoint.latent.SheetCodes;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.recipe.method.Loss;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.train.loss.AdversarialLoss;
import studio.saddlepoint.train.loss.Losses;

/**
 * Looks at the checkpoints of a run over the plane of its data: always at the same real pictures,
 * places and codes. Where the networks know classes, all are of one.
 */
public final class JudgeStudy {
  private static final int SIDE = 33;
  private static final int POINTS = 160;
  private static final int PICTURES = 16;
  private static final int BATCH = 64;

  private final PicturePlane plane;
  private final int label;
  private final float[] real;
  private final float[] places;

  /**
   * A study.
   *
   * @param data real pictures of the run's, at least three
   * @param label the class that all is of; not used where networks know none
   * @param conditional whether they know classes
   */
  public JudgeStudy(DataSet data, int label, boolean conditional) {
    this.label = label;
    plane = PicturePlane.of(data);
    int[] ofClass =
        IntStream.range(0, data.size())
            .filter(i -> !conditional || data.label(i) == label)
            .toArray();
    int[] images = new int[Math.min(POINTS, ofClass.length)];
    Arrays.setAll(images, i -> ofClass[(int) ((long) i * ofClass.length / images.length)]);
    if (images.length == 0) {
      throw new StudioException(
          "The data set \"" + data.name() + "\" has no picture of this class. Choose another one.");
    }
    real = PicturePlane.signed(data, images);
    places = new float[2 * SIDE * SIDE];
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        int at = 2 * (row * SIDE + column);
        places[at] = (float) (JudgeLook.REACH * (2.0 * column / (SIDE - 1) - 1));
        places[at + 1] = (float) (JudgeLook.REACH * (2.0 * row / (SIDE - 1) - 1));
      }
    }
  }

  /** The plane that is looked at. */
  public PicturePlane plane() {
    return plane;
  }

  /**
   * Looks at a checkpoint.
   *
   * @param snapshot with its discriminator; stays open
   * @throws StudioException if there is none, as in a VAE
   */
  public JudgeLook look(Snapshot snapshot) {
    if (!snapshot.judges()) {
      throw new StudioException(
          "This run has no discriminator at step "
              + snapshot.step()
              + " that could judge its pictures. Choose a run of a GAN.");
    }
    if (!snapshot.shape().equals(plane.shape())) {
      throw new StudioException(
          "The pictures of step "
              + snapshot.step()
              + " have another size than those that the plane was made of. Choose a run that does not grow.");
    }
    float[] fake = fakes(snapshot);
    float[] ofReal = judge(snapshot, real);
    float[] ofFake = judge(snapshot, fake);
    float[] ofPlaces = judge(snapshot, plane.pictures(places));
    Loss loss = snapshot.recipe().method().loss();
    AdversarialLoss rule = Losses.of(loss);
    boolean probability =
        rule.meaning() == AdversarialLoss.Meaning.PROBABILITY
            && loss.judgement() == Loss.Judgement.TARGETS;
    List<Picture> pictures = new ArrayList<>();
    for (int i = 0; i < PICTURES; i++) {
      pictures.add(PictureConversion.of(fake, i, snapshot.shape()));
    }
    return new JudgeLook(
        snapshot.step(),
        told(ofPlaces, rule, probability),
        SIDE,
        probability,
        plane.points(real),
        plane.points(fake),
        pictures,
        mean(told(ofReal, rule, probability)),
        mean(told(ofFake, rule, probability)));
  }

  private float[] fakes(Snapshot snapshot) {
    int size = snapshot.latent().size();
    float[] flat = SheetCodes.first(snapshot.recipe().seed(), POINTS, size);
    float[] all = new float[POINTS * plane.shape().pixels()];
    for (int from = 0; from < POINTS; from += BATCH) {
      int count = Math.min(BATCH, POINTS - from);
      float[][] z = new float[count][];
      for (int i = 0; i < count; i++) {
        z[i] = Arrays.copyOfRange(flat, (from + i) * size, (from + i + 1) * size);
      }
      float[] some = snapshot.pixels(z, labels(count), Double.POSITIVE_INFINITY);
      System.arraycopy(some, 0, all, from * plane.shape().pixels(), some.length);
    }
    return all;
  }

  private float[] judge(Snapshot snapshot, float[] pixels) {
    int size = plane.shape().pixels();
    int count = pixels.length / size;
    float[] all = new float[count];
    for (int from = 0; from < count; from += BATCH) {
      int to = Math.min(count, from + BATCH);
      float[] some =
          snapshot.judge(Arrays.copyOfRange(pixels, from * size, to * size), labels(to - from));
      System.arraycopy(some, 0, all, from, some.length);
    }
    return all;
  }

  private int[] labels(int count) {
    int[] labels = new int[count];
    Arrays.fill(labels, label);
    return labels;
  }

  private static float[] told(float[] logits, AdversarialLoss rule, boolean probability) {
    if (!probability) {
      return logits;
    }
    return ArrayScopes.withoutGradients(
        () -> {
          try (NDManager manager = TorchEngine.manager(Device.cpu())) {
            NDArray scores = manager.create(logits);
            return rule.outputs(scores, scores).toFloatArray();
          }
        });
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
