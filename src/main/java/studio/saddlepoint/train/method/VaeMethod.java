package studio.saddlepoint.train.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.saddlepoint.data.Batch;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.model.Architectures;
import studio.saddlepoint.model.Encoder;
import studio.saddlepoint.model.Generator;
import studio.saddlepoint.model.LatentSpace;
import studio.saddlepoint.model.Player;
import studio.saddlepoint.model.RangeConversion;
import studio.saddlepoint.model.WeightAverage;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.train.step.LabelledImages;
import studio.saddlepoint.train.step.StepContext;
import studio.saddlepoint.train.step.StepRandom;
import studio.saddlepoint.train.step.StepReport;
import studio.saddlepoint.train.step.VaePlayers;

/** An encoder and a decoder that are moved together (Kingma and Welling 2014). */
public final class VaeMethod implements Method {
  private final NDManager manager;
  private final Generator decoder;
  private final Encoder encoder;
  private final WeightAverage average;
  private final VaePlayers players;
  private final ReconstructedExamples examples;

  /**
   * Two players at their first weights.
   *
   * @param recipe the recipe
   * @param data tells the pictures' shape and the classes
   * @param manager whose device all arrays live on
   */
  VaeMethod(Recipe recipe, DataSet data, NDManager manager) {
    this.manager = manager;
    this.examples = new ReconstructedExamples(data);
    ImageShape shape = data.shape();
    List<String> classes = recipe.method().conditional() ? data.classNames() : List.of();
    LatentSpace latent = new LatentSpace(recipe.generator().latentSize(), classes);
    decoder = Architectures.generator(recipe, latent, shape, manager);
    encoder = Architectures.encoder(recipe, latent, shape, manager);
    average = new WeightAverage(decoder, Architectures.generator(recipe, latent, shape, manager));
    players =
        new VaePlayers(
            (x, labels, random) -> encoder.encode(x, labels, random.in(ForwardContext.of(true))),
            (z, labels, random) ->
                decoder
                    .range()
                    .unitLogits(decoder.logits(z, random.in(decoder.context(labels, true)))),
            Player.of("decoder", decoder.network(), recipe.generator().optimizer().kind())
                .with(average),
            Player.of("encoder", encoder.network(), recipe.encoder().optimizer().kind()));
  }

  @Override
  public List<Player> players() {
    return List.of(players.decoder(), players.encoder());
  }

  @Override
  public Generator generator() {
    return decoder;
  }

  @Override
  public Generator average() {
    return average.generator();
  }

  @Override
  public Optional<Reconstructions> reconstructions(boolean averaged) {
    return Optional.of(examples.by(encoder, averaged ? average() : decoder, manager));
  }

  @Override
  public StepReport step(StepContext context) {
    Recipe recipe = context.recipe();
    int n = recipe.training().batchSize();
    Batch batch = context.batches().next(n);
    ImageShape shape = decoder.shape();
    NDArray signed =
        ArrayScopes.of(
            manager, batch.pixels(), new Shape(n, shape.channels(), shape.height(), shape.width()));
    NDArray labels = ArrayScopes.of(manager, IntStream.of(batch.labels()).asLongStream().toArray());
    StepRandom random = context.random();
    NDArray noise = random.normal(manager, new Shape(n, decoder.latent().size()));
    RangeConversion range = decoder.range();
    NDArray seen = range.ofSigned(signed);
    VaeUpdate update =
        new VaeUpdate(
            recipe.method().vae(), recipe.generator().optimizer(), recipe.encoder().optimizer());
    Map<String, NDArray> told =
        update.move(
            players,
            new LabelledImages(seen, labels),
            range.toUnit(seen),
            noise,
            random.source(manager));
    Map<String, Double> values = StepReport.read(told);
    average.update(recipe.generator().emaDecay(), context.step() + 1);
    return new StepReport(values, n);
  }
}
