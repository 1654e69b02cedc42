package studio.saddlepoint.latent.direction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.FirstWeight;
import studio.saddlepoint.latent.LatentCodes;
import studio.saddlepoint.latent.LayerRange;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.Space;

/** Finds directions of a snapshot's codes. */
public final class DirectionFinder {
  private static final int USUAL_CODES = 10_000;
  private static final int USUAL_ACTIVATIONS = 2_000;
  private static final int USUAL_ASCENTS = 256;
  private static final int USUAL_JUDGED = 3_000;

  /** Codes by which the deviation along a direction is measured. */
  private static final int FOR_DEVIATION = 2_000;

  /** Along a direction in which codes in w do not vary at all. */
  private static final double LEAST_DEVIATION = 1e-6;

  /** Rows of activations that fit into memory many times. */
  private static final long MOST_NUMBERS = 40_000_000;

  private final Snapshot snapshot;
  private final DirectionSearch search;
  private final Optional<AttributeJudge> judge;
  private final Progress progress;
  private final Space space;
  private final LayerRange layers;
  private final Map<String, String> settings = new LinkedHashMap<>();

  private DirectionFinder(
      Snapshot snapshot,
      DirectionSearch search,
      Optional<AttributeJudge> judge,
      Progress progress) {
    this.snapshot = snapshot;
    this.search = search;
    this.judge = judge;
    this.progress = progress;
    this.space = search.spaceOf(snapshot);
    this.layers = search.layersOf(snapshot);
  }

  /**
   * Finds directions.
   *
   * @param snapshot neither truncated nor shifted
   * @param judge tells the attribute that is asked for; not used by methods of none
   * @return the most telling first
   * @throws StudioException if there are none; the message tells why and what to do
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static List<Direction> find(
      Snapshot snapshot,
      DirectionSearch search,
      Optional<AttributeJudge> judge,
      Progress progress) {
    return new DirectionFinder(snapshot, search, judge, progress).find();
  }

  private List<Direction> find() {
    return switch (search.method()) {
      case SEFA -> factorised();
      case PCA -> snapshot.hasMapping() ? componentsOfW() : componentsOfActivations();
      case CLASSIFIER -> List.of(ascended());
      case MEANS -> List.of(labelled(MeanDifference::of));
      case LOGISTIC -> List.of(labelled(LogisticNormal::of));
    };
  }

  private List<Direction> factorised() {
    List<FirstWeight> weights =
        snapshot.firstWeights().stream()
            .filter(each -> space == Space.Z || layers.contains(each.row()))
            .toList();
    settings.put("weights", "rows of unit length");
    double[][] found = ClosedFormFactorization.of(weights, true, search.count()).directions();
    return numbered(found, k -> deviation(found[k]));
  }

  private List<Direction> componentsOfW() {
    int count = search.samplesOr(USUAL_CODES);
    settings.put("codes", Integer.toString(count));
    float[][] rows = rowsOfW(count);
    PrincipalDirections found = PrincipalDirections.of(rows, search.count());
    return numbered(found.components(), k -> Math.max(LEAST_DEVIATION, found.deviations()[k]));
  }

  /** Codes that were mapped have the same row for every layer. */
  private float[][] rowsOfW(int count) {
    int size = snapshot.w().size();
    return Arrays.stream(
            snapshot.map(
                LatentCodes.gaussian(count, snapshot.latent().size(), search.seed()),
                labels(count)))
        .map(each -> Arrays.copyOf(each, size))
        .toArray(float[][]::new);
  }

  private List<Direction> componentsOfActivations() {
    int count = search.samplesOr(USUAL_ACTIVATIONS);
    float[][] codes = LatentCodes.gaussian(count, snapshot.latent().size(), search.seed());
    float[][] rows = new float[count][];
    Batches.each(
        count,
        (from, to) -> {
          progress.checkCancelled();
          progress.report("Looking at activations", (double) from / count);
          float[][] some =
              snapshot.activations(
                  Arrays.copyOfRange(codes, from, to), labels(from, to), search.stage());
          System.arraycopy(some, 0, rows, from, some.length);
          if ((long) some[0].length * count > MOST_NUMBERS) {
            throw new StudioException(
                English.of(
                    "Stage %d makes %,d numbers for each code, too many for %,d codes: choose an earlier stage or fewer codes.",
                    search.stage(), some[0].length, count));
          }
        });
    settings.put("codes", Integer.toString(count));
    settings.put("stage", Integer.toString(search.stage()));
    progress.report("Finding components", Double.NaN);
    PrincipalDirections found = PrincipalDirections.of(rows, search.count());
    double[][] back = found.regressedTo(codes, rows);
    return numbered(back, k -> 1);
  }

  private Direction ascended() {
    AttributeJudge told = requireJudge();
    int target = told.place(search.attribute().orElseThrow());
    int count = search.samplesOr(USUAL_ASCENTS);
    List<JudgedCodes> batches = batches(told, count);
    AttributeScale scale = AttributeScale.of(judged(batches, progress.part(0, 0.1)));
    double[] sum = new double[size()];
    Progress ascending = progress.part(0.1, 1);
    for (int b = 0; b < batches.size(); b++) {
      Progress part = ascending.part((double) b / batches.size(), (b + 1.0) / batches.size());
      List<float[][]> path = search.ascent().path(batches.get(b), target, scale, part);
      for (float[] end : path.get(path.size() - 1)) {
        for (int i = 0; i < sum.length; i++) {
          sum[i] += end[i];
        }
      }
    }
    note(told, count);
    settings.put("steps", Integer.toString(search.ascent().steps()));
    settings.put("penalty", Double.toString(search.ascent().penalty()));
    return direction(Vectors.unit(sum));
  }

  /** From codes of two kinds to a direction. */
  private interface Labelling {
    double[] of(LabelledCodes samples);
  }

  private Direction labelled(Labelling method) {
    AttributeJudge told = requireJudge();
    int target = told.place(search.attribute().orElseThrow());
    int count = search.samplesOr(USUAL_JUDGED);
    List<JudgedCodes> batches = batches(told, count);
    double[][] all = judged(batches, progress.part(0, 0.9));
    float[][] codes =
        batches.stream().flatMap(each -> Arrays.stream(each.codes())).toArray(float[][]::new);
    note(told, count);
    progress.report("Finding the direction", 0.9);
    return direction(method.of(kinds(codes, all, told.attributes(), target)));
  }

  /** Of the likeliest class or not; by a factor the outer thirds. */
  private static LabelledCodes kinds(
      float[][] codes, double[][] told, List<Attribute> attributes, int target) {
    if (attributes.get(target).kind() == Attribute.Kind.FACTOR) {
      return LabelledCodes.outerThirds(
          codes, Arrays.stream(told).mapToDouble(each -> each[target]).toArray());
    }
    boolean[] positive = new boolean[codes.length];
    for (int n = 0; n < codes.length; n++) {
      boolean likeliest = true;
      for (int k = 0; k < attributes.size(); k++) {
        likeliest &=
            attributes.get(k).kind() != Attribute.Kind.CLASS || told[n][k] <= told[n][target];
      }
      positive[n] = likeliest;
    }
    return new LabelledCodes(codes, positive);
  }

  private AttributeJudge requireJudge() {
    return judge.orElseThrow(
        () -> new IllegalArgumentException(search.method() + " without a judge"));
  }

  private void note(AttributeJudge told, int count) {
    settings.put("attribute", told.attributes().get(target(told)).name());
    settings.put("judge", told.name());
    settings.put("codes", Integer.toString(count));
  }

  private int target(AttributeJudge told) {
    return told.place(search.attribute().orElseThrow());
  }

  private List<JudgedCodes> batches(AttributeJudge told, int count) {
    return codes(snapshot, told, space, layers, count, search.seed());
  }

  /**
   * Batches of codes with a judge.
   *
   * @param space of the offsets that move them
   * @param layers that are moved
   * @param count how many codes
   * @param seed the same gives the same codes
   */
  public static List<JudgedCodes> codes(
      Snapshot snapshot,
      AttributeJudge judge,
      Space space,
      LayerRange layers,
      int count,
      long seed) {
    int classes = Math.max(1, snapshot.latent().classNames().size());
    float[][] z = LatentCodes.gaussian(count, snapshot.latent().size(), seed);
    List<JudgedCodes> batches = new ArrayList<>();
    Batches.each(
        count,
        (from, to) ->
            batches.add(
                new SnapshotCodes(
                    snapshot,
                    judge,
                    space,
                    layers,
                    Arrays.copyOfRange(z, from, to),
                    Batches.inTurn(from, to, classes))));
    return batches;
  }

  private static double[][] judged(List<JudgedCodes> batches, Progress progress) {
    List<double[]> all = new ArrayList<>();
    for (int b = 0; b < batches.size(); b++) {
      progress.checkCancelled();
      progress.report("Judging pictures", (double) b / batches.size());
      all.addAll(List.of(batches.get(b).judge(batches.get(b).zero())));
    }
    return all.toArray(double[][]::new);
  }

  /** Standard normal codes have unit deviation in each direction; those in w are measured. */
  private double deviation(double[] vector) {
    if (space == Space.Z) {
      return 1;
    }
    float[][] rows = rowsOfW(FOR_DEVIATION);
    double sum = 0;
    double squares = 0;
    for (float[] row : rows) {
      double along = 0;
      for (int i = 0; i < vector.length; i++) {
        along += vector[i] * row[i];
      }
      sum += along;
      squares += along * along;
    }
    double mean = sum / rows.length;
    return Math.max(LEAST_DEVIATION, Math.sqrt(Math.max(0, squares / rows.length - mean * mean)));
  }

  private Direction direction(double[] vector) {
    return direction(settings.getOrDefault("attribute", ""), vector, deviation(vector));
  }

  private List<Direction> numbered(double[][] vectors, IntToDoubleFunction deviation) {
    return IntStream.range(0, vectors.length)
        .mapToObj(
            k ->
                direction(
                    search.method().id() + " " + (k + 1), vectors[k], deviation.applyAsDouble(k)))
        .toList();
  }

  private Direction direction(String name, double[] vector, double deviation) {
    return new Direction(
        name,
        space,
        Direction.numbers(vector),
        layers,
        deviation,
        new DirectionOrigin(search.method(), settings, search.seed(), snapshot.step()));
  }

  private int size() {
    return space == Space.Z ? snapshot.latent().size() : snapshot.w().size();
  }

  private int[] labels(int count) {
    return labels(0, count);
  }

  private int[] labels(int from, int to) {
    return Batches.inTurn(from, to, Math.max(1, snapshot.latent().classNames().size()));
  }
}
