package studio.saddlepoint.model;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.Sequence;
import studio.saddlepoint.nn.WeightInitializer;
import studio.saddlepoint.nn.minibatch.WithReference;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.method.MethodKind;
import studio.saddlepoint.recipe.network.Architecture;
import studio.saddlepoint.recipe.network.DiscriminatorConditioning;
import studio.saddlepoint.recipe.network.GeneratorConditioning;
import studio.saddlepoint.recipe.network.Normalization;

/** The networks of a recipe. */
public final class Architectures {
  private static final long GENERATOR_STREAM = 0x47454eL;
  private static final long DISCRIMINATOR_STREAM = 0x444953L;
  private static final long ENCODER_STREAM = 0x454e43L;

  /** Length of a class's embedding, in either network. */
  static final int EMBEDDING = 32;

  private static final Map<Architecture, NetworkFamily> FAMILIES =
      Map.of(
          Architecture.DCGAN, new DcganNetworks(),
          Architecture.MLP, new MlpNetworks(),
          Architecture.RESNET, new ResNetNetworks(),
          Architecture.ENCODER_DECODER, new BeganNetworks(),
          Architecture.DENSE_CONV, new DenseConvNetworks(),
          Architecture.PROGAN, new ProganNetworks(),
          Architecture.STYLEGAN, new StyleganNetworks(),
          Architecture.R3GAN, new R3ganNetworks(),
          Architecture.STYLEGAN2, new Stylegan2Networks());

  private Architectures() {}

  /**
   * A recipe's generator with its first weights, which follow from the seed.
   *
   * @param recipe the recipe
   * @param latent what it takes
   * @param shape what it makes
   * @param manager whose device its arrays live on
   */
  public static Generator generator(
      Recipe recipe, LatentSpace latent, ImageShape shape, NDManager manager) {
    return generator(family(recipe), recipe, latent, shape, manager);
  }

  /** A generator of a family's. */
  static Generator generator(
      NetworkFamily family,
      Recipe recipe,
      LatentSpace latent,
      ImageShape shape,
      NDManager manager) {
    int size = latent.size() + latent.classNames().size();
    Layer layer = generatorLayers(family, recipe, latent, shape);
    return new Generator(
        new Network(layer, manager, new Shape(1, size)),
        latent,
        recipe.generator().prior(),
        shape,
        recipe.generator().range());
  }

  /** The layers of a recipe's generator, without arrays. */
  static Layer generatorLayers(Recipe recipe, LatentSpace latent, ImageShape shape) {
    return generatorLayers(family(recipe), recipe, latent, shape);
  }

  private static Layer generatorLayers(
      NetworkFamily family, Recipe recipe, LatentSpace latent, ImageShape shape) {
    RandomGenerator random = new SplittableRandom(recipe.seed() ^ GENERATOR_STREAM);
    int classes = latent.classNames().size();
    int size = latent.size() + classes;
    GeneratorConditioning conditioning =
        latent.conditional() ? recipe.generator().conditioning() : GeneratorConditioning.ONE_HOT;
    boolean inNorms = conditioning == GeneratorConditioning.BATCH_NORM;
    int inputs =
        switch (conditioning) {
          case ONE_HOT -> size;
          case EMBEDDING -> latent.size() + EMBEDDING;
          case BATCH_NORM -> latent.size();
        };
    LayerFactory factory = LayerFactory.ofGenerator(recipe, inNorms ? classes : 0, random);
    NetworkSpec spec = new NetworkSpec(recipe, inputs, shape, factory);
    Optional<MappingNetwork> mapping = family.mapping(spec);
    boolean reference = factory.normalization() == Normalization.VIRTUAL_BATCH;
    if (reference && mapping.isPresent()) {
      throw new StudioException(
          "A generator with a mapping network has no virtual batch norm: choose another normalisation (generator.normalization).");
    }
    Layer layer =
        mapping.isPresent()
            ? mapped(
                told(conditioning, latent, mapping.get(), random),
                family,
                spec,
                mapping.get().space())
            : told(conditioning, latent, family.synthesis(spec), random);
    return reference
        ? new WithReference(
            layer,
            new Shape(references(recipe), size),
            new ReferenceCodes(random, latent.size(), recipe.generator().prior()))
        : layer;
  }

  private static Layer mapped(Layer mapping, NetworkFamily family, NetworkSpec spec, WSpace space) {
    return new MappedGenerator(mapping, family.synthesis(spec.withInputs(space.size())), space);
  }

  /** Layers that take (N, Z + K): what they do with the class. */
  private static Layer told(
      GeneratorConditioning conditioning, LatentSpace latent, Layer inner, RandomGenerator random) {
    return switch (conditioning) {
      case ONE_HOT -> inner;
      case EMBEDDING -> embedding(latent.size(), latent.classNames().size(), random).add(inner);
      case BATCH_NORM -> new ClassesInPass(inner, latent.size());
    };
  }

  private static Sequence embedding(int latent, int classes, RandomGenerator random) {
    return new Sequence()
        .add(new ClassEmbedding(latent, classes, EMBEDDING, new WeightInitializer(random, 0, 1)));
  }

  /**
   * A recipe's discriminator with its first weights, which follow from the seed.
   *
   * @param recipe the recipe
   * @param classes how many classes it is told of; 0 where it is not conditional
   * @param shape what it judges
   * @param manager whose device its arrays live on
   */
  public static Discriminator discriminator(
      Recipe recipe, int classes, ImageShape shape, NDManager manager) {
    Judging made = discriminatorLayers(recipe, classes, shape);
    List<Layer> frozen = FrozenLayers.of(recipe, made.trunk());
    Network network = new Network(made.layer(), manager, made.input());
    frozen.forEach(network::freeze);
    return new Discriminator(network, made.judge(), classes);
  }

  /**
   * The layers of a discriminator, without arrays.
   *
   * @param layer all of them
   * @param judge the same, as it is asked
   * @param trunk those before its last, from pictures on
   * @param input shape of what it takes
   */
  record Judging(Layer layer, Discriminator.Judge judge, Layer trunk, Shape input) {}

  /** The layers of a recipe's discriminator, without arrays. */
  static Judging discriminatorLayers(Recipe recipe, int classes, ImageShape shape) {
    RandomGenerator random = new SplittableRandom(recipe.seed() ^ DISCRIMINATOR_STREAM);
    if (recipe.method().kind() == MethodKind.BEGAN) {
      return autoencoder(recipe, classes, shape, random);
    }
    DiscriminatorConditioning conditioning = recipe.discriminator().conditioning();
    NetworkFamily family = family(recipe);
    int joined = classes == 0 ? 0 : joined(conditioning, classes);
    int inputs = (family.flat() ? shape.pixels() : shape.channels()) + joined;
    Shape input =
        family.flat() && joined > 0
            ? new Shape(1, inputs)
            : new Shape(1, shape.channels() + joined, shape.height(), shape.width());
    LayerFactory factory = LayerFactory.ofDiscriminator(recipe, random);
    Layer seeing = family.trunk(new NetworkSpec(recipe, inputs, shape, factory));
    Layer trunk = comparing(recipe, seeing, input, random);
    Shape features = output(trunk, input);
    Layer whole = withPictures(recipe, factory, trunk, input);
    LabelJoin join = family.flat() ? LabelJoin.NUMBERS : LabelJoin.MAPS;
    WeightInitializer readout = family.readout(factory, features.slice(1).size());
    Head judge = new Head(whole, features, classes, join, factory, conditioning, readout);
    return new Judging(judge, judge, seeing, input);
  }

  /**
   * A recipe's encoder with its first weights, which follow from the seed.
   *
   * @param recipe the recipe
   * @param latent the codes that it finds, and the classes that it is told
   * @param shape what it takes
   * @param manager whose device its arrays live on
   */
  public static Encoder encoder(
      Recipe recipe, LatentSpace latent, ImageShape shape, NDManager manager) {
    Encoding made = encoderLayers(recipe, latent, shape);
    return new Encoder(
        new Network(made.moments(), manager, made.input()),
        made.moments(),
        latent.classNames().size());
  }

  /**
   * The layers of an encoder, without arrays.
   *
   * @param moments all of them
   * @param input shape of what they take
   */
  record Encoding(Encoder.Moments moments, Shape input) {}

  /** The layers of a recipe's encoder, without arrays. */
  static Encoding encoderLayers(Recipe recipe, LatentSpace latent, ImageShape shape) {
    RandomGenerator random = new SplittableRandom(recipe.seed() ^ ENCODER_STREAM);
    NetworkFamily family = family(recipe);
    int classes = latent.classNames().size();
    int inputs = (family.flat() ? shape.pixels() : shape.channels()) + classes;
    Shape input =
        family.flat() && classes > 0
            ? new Shape(1, inputs)
            : new Shape(1, shape.channels() + classes, shape.height(), shape.width());
    LayerFactory factory = LayerFactory.ofEncoder(recipe, random);
    NetworkSpec.Trunk sizes = NetworkSpec.Trunk.of(recipe.encoder());
    Layer trunk = family.trunk(new NetworkSpec(recipe, inputs, shape, factory, sizes));
    LabelJoin join = family.flat() ? LabelJoin.NUMBERS : LabelJoin.MAPS;
    Encoder.Moments moments =
        new Encoder.Moments(
            trunk,
            Math.toIntExact(output(trunk, input).size()),
            latent.size(),
            classes > 0 ? join : null,
            factory);
    return new Encoding(moments, input);
  }

  private static Judging autoencoder(
      Recipe recipe, int classes, ImageShape shape, RandomGenerator random) {
    int inputs = shape.channels() + classes;
    LayerFactory factory = LayerFactory.ofDiscriminator(recipe, random);
    Layer layers = family(recipe).autoencoder(new NetworkSpec(recipe, inputs, shape, factory));
    Shape input = new Shape(1, inputs, shape.height(), shape.width());
    Layer whole = withPictures(recipe, factory, layers, input);
    Autoencoder judge = new Autoencoder(whole, classes > 0);
    return new Judging(judge, judge, layers, input);
  }

  /** How many channels, or numbers of a flat network, a class takes beside a picture. */
  private static int joined(DiscriminatorConditioning conditioning, int classes) {
    return switch (conditioning) {
      case CONCATENATION -> classes;
      case EMBEDDING -> EMBEDDING;
      case PROJECTION, CLASSIFIER -> 0;
    };
  }

  /** Layers with a reference batch of pictures, where virtual batch norm needs one. */
  private static Layer withPictures(
      Recipe recipe, LayerFactory factory, Layer layers, Shape input) {
    if (factory.normalization() != Normalization.VIRTUAL_BATCH) {
      return layers;
    }
    Shape batch = new Shape(references(recipe)).addAll(input.slice(1));
    return new WithReference(layers, batch, Initializer.ZEROS);
  }

  /** A trunk, with what compares the pictures of a batch at its end. */
  private static Layer comparing(Recipe recipe, Layer trunk, Shape input, RandomGenerator random) {
    boolean deviation = recipe.discriminator().minibatchDeviation() && !family(recipe).compares();
    boolean discrimination = recipe.discriminator().minibatchDiscrimination();
    if (!deviation && !discrimination) {
      return trunk;
    }
    Sequence layers = new Sequence().add(trunk);
    if (deviation) {
      BatchComparisons.addDeviation(layers, output(layers, input));
    }
    if (discrimination) {
      BatchComparisons.addDiscrimination(layers, output(layers, input), random);
    }
    return layers;
  }

  private static Shape output(Layer layer, Shape input) {
    return layer.getOutputShapes(new Shape[] {input})[0];
  }

  private static int references(Recipe recipe) {
    return recipe.training().referenceSize();
  }

  private static NetworkFamily family(Recipe recipe) {
    NetworkFamily found = FAMILIES.get(recipe.generator().architecture());
    if (found == null) {
      throw new StudioException(
          "An imported generator came as a file, without a discriminator or the way that it learnt: it can be explored and measured, but it cannot be trained. Train a recipe of your own.");
    }
    return found;
  }
}
