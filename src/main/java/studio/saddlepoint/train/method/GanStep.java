package studio.saddlepoint.train.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import studio.saddlepoint.data.Batch;
import studio.saddlepoint.data.Batches;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.model.Fade;
import studio.saddlepoint.nn.Resolution;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.method.Loss;
import studio.saddlepoint.recipe.method.UpdateRatio;
import studio.saddlepoint.recipe.network.OptimizerSettings;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.train.augment.ImageTransforms;
import studio.saddlepoint.train.step.*;

/**
 * One step: the discriminator moves as often as the {@link UpdateRatio} says, each time on a new
 * batch and new noise, then the generator, on new noise (or, without fresh noise, first on the last
 * fakes) against the discriminator as it is now. A loss of pairs sees the generator's pictures
 * beside the last batch, of the same classes.
 */
public final class GanStep {
  private final GanMethod method;
  private final Optional<Resolution> resolution;
  private final GanUpdates updates;
  private final StepContext context;
  private final Recipe recipe;
  private final GanPlayers players;
  private final UpdateRatio ratio;
  private final StepRandom stepRandom;
  private final RandomSource random;
  private final ImageTransform transform;
  private final StyleMixing mixing;
  private final NDManager manager;

  /**
   * A step.
   *
   * @param resolution that the networks stand at; empty for their largest
   */
  GanStep(
      GanMethod method, Optional<Resolution> resolution, GanUpdates updates, StepContext context) {
    this.method = method;
    this.resolution = resolution;
    this.updates = updates;
    this.context = context;
    this.recipe = context.recipe();
    this.players = method.both(resolution);
    this.ratio = UpdateRatio.of(recipe.method(), context.step());
    this.stepRandom = context.random();
    this.manager = players.manager();
    this.random = stepRandom.source(manager);
    this.mixing = new StyleMixing(recipe.method().styleMixing());
    this.transform =
        ImageTransforms.of(recipe.method(), recipe.generator().range(), context.methodState());
  }

  StepReport make() {
    Map<String, Double> scalars = StepReport.read(run(context.batches()));
    long pictures = (long) ratio.batches() * recipe.training().batchSize();
    scalars.putAll(updates.learn(scalars, context.methodState(), pictures));
    if (ratio.generatorMoves() > 0) {
      method.mean().update(recipe.generator().emaDecay(), context.step() + 1);
    }
    return new StepReport(scalars, pictures);
  }

  private Map<String, NDArray> run(Batches batches) {
    Map<String, NDArray> scalars = new LinkedHashMap<>();
    boolean fresh = recipe.method().freshNoise();
    int n = recipe.training().batchSize();
    NDArray none = manager.create(0f);
    LabelledImages fake = new LabelledImages(none, none);
    Batch batch = batches.next(n);
    for (int i = 0; i < ratio.criticMoves(); i++) {
      batch = i == 0 ? batch : batches.next(n);
      Batch now = batch;
      NDArray labels = labels(now);
      boolean forBoth = !fresh && ratio.generatorMoves() > 0 && i == ratio.criticMoves() - 1;
      LabelledImages made =
          new LabelledImages(
              forBoth
                  ? handingOn(() -> generate(n, labels, true))
                  : handingOn(() -> Autograd.without(true, () -> generate(n, labels, false))),
              labels);
      fake = made;
      UpdateContext move =
          move(
              () -> new LabelledImages(pictures(now), labels),
              forBoth ? detached(made) : made,
              recipe.discriminator().optimizer());
      scalars.putAll(freeing(() -> updates.moveDiscriminator(move)));
      scalars.putAll(freeing(() -> updates.regularizeDiscriminator(move)));
    }
    for (int i = 0; i < ratio.generatorMoves(); i++) {
      if (fresh || i > 0 || ratio.criticMoves() == 0) {
        NDArray labels = wanted(n, batch);
        fake = new LabelledImages(handingOn(() -> generate(n, labels, true)), labels);
      }
      Batch last = batch;
      UpdateContext move =
          move(
              () -> new LabelledImages(pictures(last), labels(last)),
              fake,
              recipe.generator().optimizer());
      scalars.putAll(freeing(() -> updates.moveGenerator(move)));
      scalars.putAll(freeing(() -> updates.regularizeGenerator(move)));
    }
    return scalars;
  }

  private UpdateContext move(
      Supplier<LabelledImages> real, LabelledImages fake, OptimizerSettings rates) {
    return new UpdateContext(
        players,
        real,
        fake,
        transform,
        random,
        context.methodState(),
        context.step(),
        rates,
        this::freshCodes);
  }

  private NDArray classes(int n) {
    int known = method.generator().latent().classNames().size();
    return context.classes().drawn(stepRandom, manager, n, known);
  }

  private MappedCodes freshCodes(int n) {
    NDArray labels = classes(n);
    return new MappedCodes(mixed(map(n, labels), labels), labels);
  }

  private static LabelledImages detached(LabelledImages made) {
    return new LabelledImages(Autograd.detach(made.pictures()), made.labels());
  }

  /** Classes of the generator's own pictures: those of the real ones where both are paired. */
  private NDArray wanted(int n, Batch batch) {
    boolean paired =
        recipe.method().objective() instanceof Loss loss
            && loss.judgement() == Loss.Judgement.PAIRS;
    return paired ? labels(batch) : classes(n);
  }

  private NDArray labels(Batch batch) {
    int[] labels = context.classes().of(batch);
    return ArrayScopes.of(manager, IntStream.of(labels).asLongStream().toArray());
  }

  /** What a move tells; all else that it has made is freed, for the next move. */
  private static Map<String, NDArray> freeing(Supplier<Map<String, NDArray>> move) {
    return ArrayScopes.freeingAllBut(move, values -> List.copyOf(values.values()));
  }

  /**
   * Makes an array and frees what was needed on the way, so that the next move finds that memory.
   */
  private static NDArray handingOn(Supplier<NDArray> make) {
    return ArrayScopes.freeingAllBut(make, List::of);
  }

  /**
   * Pictures of new codes.
   *
   * @param ofGenerator whether they are for a move of the generator, whose codes move the mean of w
   */
  private NDArray generate(int n, NDArray labels, boolean ofGenerator) {
    NDArray w = map(n, labels);
    if (ofGenerator) {
      players.halves().moveMean(w);
    }
    return players.halves().synthesize(mixed(w, labels), labels, random);
  }

  /** Codes of which some are mixed, among the styled layers of the pictures' size now. */
  private NDArray mixed(NDArray w, NDArray labels) {
    int n = Math.toIntExact(w.getShape().get(0));
    int size = resolution.map(Resolution::size).orElse(method.generator().shape().height());
    int layers = recipe.generator().architecture().styledLayers(size);
    return mixing.mix(w, layers, () -> map(n, labels), random);
  }

  private NDArray map(int n, NDArray labels) {
    NDArray z = stepRandom.normal(manager, new Shape(n, method.generator().latent().size()));
    return players.halves().map(z, labels);
  }

  private NDArray pictures(Batch batch) {
    ImageShape shape = method.generator().shape();
    NDArray pictures =
        method
            .generator()
            .range()
            .ofSigned(
                ArrayScopes.of(
                    manager,
                    batch.pixels(),
                    new Shape(
                        batch.labels().length, shape.channels(), shape.height(), shape.width())));
    return resolution.map(now -> Fade.real(pictures, now)).orElse(pictures);
  }
}
