package studio.saddlepoint.train.loss;

import ai.djl.ndarray.NDArray;
import studio.saddlepoint.recipe.method.LabelSettings;
import studio.saddlepoint.recipe.method.MethodSettings;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.train.step.RandomSource;

/**
 * The discriminator's targets of a recipe: smoothed, soft (each picture's drawn from a range) and
 * noisy (exchanged for some pictures).
 */
public final class Targets {
  private Targets() {}

  public static Target ofReal(MethodSettings settings, NDArray logits, RandomSource random) {
    LabelSettings labels = settings.labels();
    boolean soft = labels.realLow() != 1 || labels.realHigh() != 1;
    if (!soft && labels.flip() == 0) {
      return new Target.Same(settings.realTarget());
    }
    double low = soft ? labels.realLow() : settings.realTarget();
    double high = soft ? labels.realHigh() : settings.realTarget();
    return each(logits, random, low, high, labels.fakeLow(), labels.fakeHigh(), labels.flip());
  }

  public static Target ofFake(MethodSettings settings, NDArray logits, RandomSource random) {
    LabelSettings labels = settings.labels();
    boolean soft = labels.fakeLow() != 0 || labels.fakeHigh() != 0;
    if (!soft && labels.flip() == 0) {
      return Target.FAKE;
    }
    return each(
        logits,
        random,
        labels.fakeLow(),
        labels.fakeHigh(),
        labels.realLow(),
        labels.realHigh(),
        labels.flip());
  }

  private static Target each(
      NDArray logits,
      RandomSource random,
      double low,
      double high,
      double otherLow,
      double otherHigh,
      double flip) {
    float[] values = new float[Math.toIntExact(logits.size())];
    for (int i = 0; i < values.length; i++) {
      boolean flipped = flip > 0 && random.next() < flip;
      double from = flipped ? otherLow : low;
      double to = flipped ? otherHigh : high;
      values[i] = (float) (from + (to - from) * (from == to ? 0 : random.next()));
    }
    return new Target.Each(ArrayScopes.of(logits.getManager(), values, logits.getShape()));
  }
}
