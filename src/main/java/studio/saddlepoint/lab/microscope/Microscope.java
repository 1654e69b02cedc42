package studio.saddlepoint.lab.microscope;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.FrozenNetworks;
import studio.saddlepoint.latent.PictureConversion;
import studio.saddlepoint.latent.SheetCodes;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Layer;

/**
 * Looks into the networks of a snapshot: at a batch of the run's own codes, the same as on its
 * sheets, and of real pictures. One thread at a time.
 */
public final class Microscope implements AutoCloseable {
  /** Pictures of a sheet. */
  public static final int SHEET = 16;

  /** Pixels of a batch, about: layers of large pictures are large. */
  private static final int PIXELS = 64 * 32 * 32;

  private static final int MOST = 64;

  private final Snapshot snapshot;
  private final int examples;
  private final float[][] codes;
  private final int[] classes;
  private final float[] real;
  private final int[] realLabels;
  private final float[] fake;
  private final Map<Side, Recorder> recorded = new EnumMap<>(Side.class);

  /**
   * A microscope.
   *
   * @param snapshot is closed with it
   * @param data real pictures of the snapshot's shape
   */
  public Microscope(Snapshot snapshot, DataSet data) {
    this(snapshot, data, fitting(snapshot.shape()));
  }

  /** As that, with a batch of another size, at least {@link #SHEET}. */
  Microscope(Snapshot snapshot, DataSet data, int examples) {
    this.snapshot = snapshot;
    this.examples = examples;
    codes = codes(snapshot, examples);
    int count = Math.max(1, snapshot.latent().classNames().size());
    classes = new int[examples];
    Arrays.setAll(classes, i -> i % count);
    int[] images = new int[examples];
    Arrays.setAll(images, i -> (int) ((long) i * data.size() / examples));
    byte[] bytes = data.read(images);
    real = new float[bytes.length];
    for (int i = 0; i < real.length; i++) {
      real[i] = (bytes[i] & 0xff) / 127.5f - 1;
    }
    realLabels = new int[examples];
    Arrays.setAll(realLabels, i -> Math.max(0, data.label(images[i])));
    fake = snapshot.pixels(codes, classes, Double.POSITIVE_INFINITY);
  }

  private static int fitting(ImageShape shape) {
    return Math.max(SHEET, Math.min(MOST, PIXELS / (shape.height() * shape.width())));
  }

  /**
   * The codes that a run's sheets begin with.
   *
   * @param count how many
   */
  public static float[][] codes(Snapshot snapshot, int count) {
    int size = snapshot.latent().size();
    float[] flat = SheetCodes.first(snapshot.recipe().seed(), count, size);
    float[][] codes = new float[count][];
    Arrays.setAll(codes, i -> Arrays.copyOfRange(flat, i * size, (i + 1) * size));
    return codes;
  }

  /** The step of the weights. */
  public long step() {
    return snapshot.step();
  }

  /** Pictures of a batch. */
  public int examples() {
    return examples;
  }

  /** Whether a network can be looked into. */
  public boolean has(Side side) {
    return side == Side.GENERATOR || snapshot.judges();
  }

  /** The layers of a network, from its input on. */
  public List<LayerInfo> layers(Side side) {
    return recorded(side).infos();
  }

  private Recorder recorded(Side side) {
    return recorded.computeIfAbsent(
        side,
        each -> {
          Recorder recorder = new Recorder();
          snapshot.inside(
              networks -> {
                pass(each, new Passes(networks), ForwardContext.of(false).watchedBy(recorder));
                return true;
              });
          return recorder;
        });
  }

  private void pass(Side side, Passes passes, ForwardContext context) {
    switch (side) {
      case GENERATOR -> passes.logits(codes, classes, context);
      case REAL -> passes.judge(passes.array(real, snapshot.shape()), realLabels, context);
      case FAKE -> passes.judge(passes.array(fake, snapshot.shape()), classes, context);
    }
  }

  /**
   * Looks at a layer.
   *
   * @param index which one; the last where there are fewer
   * @param unit of the layer
   * @param picture at which of the batch the unit's field is found
   */
  public LayerLook look(Side side, int index, UnitPlace unit, int picture) {
    Recorder found = recorded(side);
    int at = Math.min(index, found.infos().size() - 1);
    return snapshot.inside(
        networks ->
            look(
                networks,
                side,
                found.layers().get(at),
                found.infos().get(at),
                unit,
                picture % examples));
  }

  private LayerLook look(
      FrozenNetworks networks,
      Side side,
      Layer layer,
      LayerInfo info,
      UnitPlace unit,
      int picture) {
    Passes passes = new Passes(networks);
    LayerPass pass = new LayerPass(layer, examples);
    pass(side, passes, ForwardContext.of(false).watchedBy(pass));
    Fields fields = new Fields(passes, snapshot.shape(), layer, info, unit);
    Field field =
        switch (side) {
          case GENERATOR -> fields.changed(codes[picture], classes[picture], pass.nudge());
          case REAL -> fields.seen(picture(real, picture), realLabels[picture]);
          case FAKE -> fields.seen(picture(fake, picture), classes[picture]);
        };
    return pass.look(info, unit, field, networks.manager());
  }

  private float[] picture(float[] pixels, int index) {
    int size = snapshot.shape().pixels();
    return Arrays.copyOfRange(pixels, index * size, (index + 1) * size);
  }

  /** Whether the generator has batch norm, so that {@link #sheets} differ. */
  public boolean hasStatistics() {
    return snapshot.inside(networks -> !networks.generator().statistics().isEmpty());
  }

  /** The generator's pictures by running statistics, and by the batch's. */
  public NormSheets sheets() {
    float[] batch =
        snapshot.inside(
            networks ->
                new Passes(networks)
                    .pictures(codes, classes, ForwardContext.byBatch())
                    .toFloatArray());
    List<Picture> first = new ArrayList<>();
    List<Picture> second = new ArrayList<>();
    for (int i = 0; i < SHEET; i++) {
      first.add(PictureConversion.of(fake, i, snapshot.shape()));
      second.add(PictureConversion.of(batch, i, snapshot.shape()));
    }
    double sum = 0;
    for (int i = 0; i < fake.length; i++) {
      sum += Math.abs(fake[i] - batch[i]);
    }
    return new NormSheets(first, second, 127.5 * sum / fake.length);
  }

  /** Real pictures made smaller and larger again, beside those as they are. */
  public List<Enlarged> enlarged() {
    return new Enlarging(snapshot.shape()).all(real, fake);
  }

  @Override
  public void close() {
    snapshot.close();
  }
}
