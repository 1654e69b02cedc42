package studio.saddlepoint.train.diagnosis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import studio.saddlepoint.run.event.Event;

/**
 * What a look at a generator's pictures beside the data's has measured. Only what could be measured
 * is there: a data set without classes has no shares, a method without discriminator no outputs.
 *
 * @param step steps done
 * @param values by key, see the constants
 */
public record Probe(long step, Map<String, Double> values) {
  /** Real images seen by then. */
  public static final String IMAGES = "probe.images";

  /** 1 where features are those of the data set's own classifier, 0 where they are pixels. */
  public static final String FEATURES = "probe.features";

  /** Pictures looked at. */
  public static final String PICTURES = "probe.pictures";

  /**
   * Energy distance of fakes and data, as a share of its largest value: (2 E|X-Y| - E|X-X'| -
   * E|Y-Y'|) / (2 E|X-Y|) over features, 0 to 1 (Székely and Rizzo 2013, section 2).
   */
  public static final String DISTANCE = "probe.distance";

  /** Mean distance between two fakes over that between two real pictures. */
  public static final String DIVERSITY = "probe.diversity";

  /** The same among pictures of a class, mean over the classes that are made. */
  public static final String WITHIN = "probe.diversityWithin";

  /** Share of the fakes inside the data's manifold (Kynkäänniemi et al. 2019). */
  public static final String PRECISION = "probe.precision";

  /** Share of the data inside the fakes' manifold. */
  public static final String RECALL = "probe.recall";

  /** Energy at period two, over that of the data. */
  public static final String CHECKERBOARD = "probe.checkerboard";

  /**
   * Energy at period two over that at the frequency next to it: 1 for noise, which repeats at every
   * period alike, much more for a pattern of strides.
   */
  public static final String STRIDE_PEAK = "probe.stridePeak";

  /** Share of fakes that are much nearer to a training picture than to any other. */
  public static final String COPIES = "probe.copies";

  /** Mean output (logit or score) for training pictures. */
  public static final String TRAIN = "probe.outputTrain";

  /** Mean output for held-out pictures. */
  public static final String HELD_OUT = "probe.outputHeldOut";

  /** Mean output for fakes. */
  public static final String FAKE = "probe.outputFake";

  /** Share of pairs of a training picture and a fake that the discriminator ranks rightly. */
  public static final String RANKED = "probe.ranked";

  /**
   * (E D(train) - E D(held out)) / (E D(train) - E D(fake)), the r_v of Karras et al. 2020a
   * (equation 1): 0 is no over-fitting, 1 complete. Not there where the difference above is within
   * its error.
   */
  public static final String OVERFITTING = "probe.overfitting";

  /** Seconds that it took. */
  public static final String SECONDS = "probe.seconds";

  /** Share of the training's time that all looks took so far, 0 to 1. */
  public static final String SHARE = "diagnosis.share";

  private static final String OF_FAKES = "fakes.";
  private static final String OF_DATA = "data.";

  /** Copies the values, keeping their order. */
  public Probe {
    values = Map.copyOf(values);
  }

  /** The probe that an event tells of. */
  public static Probe of(Event.Probed event) {
    return new Probe(event.step(), event.values());
  }

  /** A number of it; empty where it was not measured or is not a number. */
  public OptionalDouble value(String key) {
    Double value = values.get(key);
    return value == null || value.isNaN() ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** The key of a class's share of the fakes. */
  public static String ofFakes(String name) {
    return OF_FAKES + name;
  }

  /** The key of a class's share of the data. */
  public static String ofData(String name) {
    return OF_DATA + name;
  }

  /** The shares of the classes of the fakes by name; none where no classes are told. */
  public Map<String, Double> fakes() {
    return shares(OF_FAKES);
  }

  /** The shares of the classes of the data by name. */
  public Map<String, Double> data() {
    return shares(OF_DATA);
  }

  private Map<String, Double> shares(String prefix) {
    Map<String, Double> shares = new LinkedHashMap<>();
    values.keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .sorted()
        .forEach(key -> shares.put(key.substring(prefix.length()), values.get(key)));
    return shares;
  }
}
