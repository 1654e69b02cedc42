package studio.saddlepoint.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.English;
import studio.saddlepoint.recipe.parameter.HyperParameter;
import studio.saddlepoint.recipe.parameter.Schedule;

/** A recipe that cites a paper has its settings, or names where it has others. */
class RecipePapersTest {
  /** Ends the key of how a learning rate falls. */
  private static final String FALL = ".schedule";

  private static final String RATES =
      " generator.optimizer.learningRate=%1$s discriminator.optimizer.learningRate=%1$s";
  private static final String BETAS =
      " generator.optimizer.beta1=%1$s discriminator.optimizer.beta1=%1$s"
          + " generator.optimizer.beta2=%2$s discriminator.optimizer.beta2=%2$s";
  private static final String LINEAR =
      " generator.optimizer.schedule=linear discriminator.optimizer.schedule=linear";
  private static final String WIDTHS = " generator.width=%1$s discriminator.width=%1$s";
  private static final String PLAIN = " generator.emaDecay=0 method.realTarget=1";

  /** The papers' settings, where a paper or its authors' code has them. */
  private static final Map<String, String> PAPERS = papers();

  /** What a text calls a setting, by the end of its key. */
  private static final Map<String, String> WORDS = words();

  /** Settings that are off in the paper: the text says that they are there, or not. */
  private static final Set<String> SWITCHES =
      Set.of("generator.emaDecay", "method.realTarget", "discriminator.spectralNorm");

  private static Map<String, String> papers() {
    String dcgan =
        "method.loss=non-saturating method.criticSteps=1 training.batchSize=128"
            + " generator.latentSize=100 generator.prior=uniform generator.width=128"
            + " generator.normalization=batch discriminator.normalization=batch"
            + English.of(RATES, "2e-4")
            + English.of(BETAS, "0.5", "0.999")
            + PLAIN;
    String gradientPenalty =
        "method.loss=wasserstein method.gradientPenalty=10 method.criticSteps=5"
            + " discriminator.normalization=none generator.latentSize=128"
            + English.of(BETAS, "0", "0.9")
            + PLAIN;
    String residual =
        gradientPenalty
            + " generator.architecture=resnet"
            + English.of(RATES, "2e-4")
            + LINEAR
            + English.of(WIDTHS, "128");
    String spectral =
        "method.loss=hinge method.criticSteps=5 discriminator.spectralNorm=true"
            + " discriminator.normalization=none generator.latentSize=128"
            + English.of(RATES, "2e-4")
            + LINEAR
            + English.of(BETAS, "0", "0.9")
            + English.of(WIDTHS, "64")
            + PLAIN;
    String first =
        "generator.architecture=mlp generator.normalization=none"
            + " discriminator.normalization=none training.batchSize=100"
            + " generator.optimizer.kind=sgd discriminator.optimizer.kind=sgd"
            + PLAIN;
    Map<String, String> all = new LinkedHashMap<>();
    all.put("dcgan-strokes", dcgan);
    all.put("dcgan-shapes", dcgan);
    all.put(
        "conditional-strokes",
        spectral
            + " generator.architecture=resnet generator.conditioning=batch-norm"
            + " discriminator.conditioning=projection");
    all.put(
        "wgan-gp-strokes",
        gradientPenalty
            + " training.batchSize=64"
            + English.of(RATES, "1e-4")
            + English.of(WIDTHS, "64"));
    all.put("sngan-strokes", spectral + " training.batchSize=64");
    all.put(
        "lsgan-strokes",
        "method.loss=least-squares generator.latentSize=1024 training.batchSize=64"
            + " generator.optimizer.beta1=0.5 discriminator.optimizer.beta1=0.5"
            + English.of(RATES, "1e-3")
            + English.of(WIDTHS, "64")
            + PLAIN);
    all.put(
        "dragan-strokes",
        "method.loss=non-saturating method.criticSteps=1 method.dragan.weight=10"
            + " method.dragan.spread=0.5 training.batchSize=64"
            + English.of(RATES, "1e-4")
            + English.of(BETAS, "0.5", "0.9")
            + English.of(WIDTHS, "64")
            + PLAIN);
    all.put(
        "acgan-strokes",
        "method.loss=non-saturating discriminator.conditioning=classifier"
            + " method.classifier.discriminator=1 method.classifier.generator=1"
            + " training.batchSize=100"
            + English.of(RATES, "2e-4")
            + English.of(BETAS, "0.5", "0.999")
            + PLAIN);
    all.put(
        "conditional-wgan-gp-strokes",
        residual
            + " generator.conditioning=batch-norm"
            + " discriminator.conditioning=classifier"
            + " method.classifier.discriminator=1 method.classifier.generator=0.1");
    all.put(
        "clusters-wgan-gp-strokes",
        "method.loss=non-saturating method.gradientPenalty=0 method.criticSteps=1"
            + " method.clusters.count=100 method.clusters.every=1600000"
            + " generator.normalization=batch discriminator.normalization=batch"
            + " generator.latentSize=128 training.batchSize=64"
            + English.of(RATES, "1e-4")
            + English.of(BETAS, "0", "0.99")
            + English.of(WIDTHS, "64")
            + PLAIN);
    all.put("wgan-gp-shapes", residual + " training.batchSize=64");
    all.put(
        "began-strokes",
        "method.kind=began method.began.gamma=0.5 method.began.speed=0.001"
            + " generator.architecture=encoder-decoder generator.normalization=none"
            + " discriminator.normalization=none generator.latentSize=64"
            + " generator.prior=uniform training.batchSize=16"
            + English.of(RATES, "1e-4")
            + English.of(WIDTHS, "64")
            + PLAIN);
    all.put(
        "progan-strokes",
        "method.loss=wasserstein method.gradientPenalty=10 method.drift=0.001"
            + " method.criticSteps=1 method.growing.from=4 method.growing.fadeImages=600000"
            + " method.growing.stableImages=600000 generator.architecture=progan"
            + " generator.normalization=pixel generator.range=linear"
            + " generator.upsampling=nearest generator.latentSize=512"
            + " discriminator.minibatchDeviation=true training.batchSize=16"
            + English.of(RATES, "1e-3")
            + English.of(BETAS, "0", "0.99")
            + English.of(WIDTHS, "16"));
    all.put(
        "vae-strokes",
        "method.kind=vae method.vae.reconstruction=bernoulli method.vae.klWeight=1"
            + " training.batchSize=100 generator.architecture=mlp generator.emaDecay=0");
    all.put(
        "stylegan-strokes",
        "method.loss=non-saturating method.r1.weight=10 method.r1.every=1"
            + " method.criticSteps=1 method.growing.from=8 method.growing.fadeImages=600000"
            + " method.growing.stableImages=600000 method.styleMixing=0.9"
            + " generator.architecture=stylegan generator.normalization=none"
            + " generator.range=linear generator.latentSize=512 generator.mapping.layers=8"
            + " discriminator.normalization=none discriminator.minibatchDeviation=true"
            + " training.batchSize=64"
            + English.of(RATES, "1e-3")
            + English.of(BETAS, "0", "0.99")
            + English.of(WIDTHS, "16"));
    all.put(
        "stylegan2-strokes",
        "method.loss=non-saturating method.r1.weight=0.0064 method.r1.every=16"
            + " method.pathLength.weight=2 method.styleMixing=0.9 method.criticSteps=1"
            + " generator.architecture=stylegan2 generator.latentSize=512"
            + " generator.normalization=none generator.range=linear generator.mapping.layers=8"
            + " discriminator.minibatchDeviation=true training.batchSize=32"
            + English.of(RATES, "2e-3")
            + English.of(BETAS, "0", "0.99")
            + English.of(WIDTHS, "512"));
    all.put(
        "r3gan-strokes",
        "method.loss=relativistic-paired method.r1.weight=0.05 method.r2.weight=0.05"
            + " method.conditional=true generator.architecture=r3gan generator.latentSize=64"
            + " generator.conditioning=embedding discriminator.conditioning=projection"
            + " generator.emaDecay=0 training.batchSize=512"
            + English.of(RATES, "2e-4")
            + English.of(BETAS, "0", "0.9")
            + English.of(WIDTHS, "768"));
    all.put("upsample-strokes", "generator.upsampling=nearest");
    all.put(
        "wgan-strokes",
        "method.loss=wasserstein method.weightClip=0.01 method.criticSteps=5"
            + " method.warmUp.steps=25 method.warmUp.criticSteps=100"
            + " method.warmUp.again=500 generator.optimizer.kind=rmsprop"
            + " discriminator.optimizer.kind=rmsprop generator.latentSize=100"
            + " training.batchSize=64"
            + English.of(RATES, "5e-5")
            + English.of(WIDTHS, "64")
            + PLAIN);
    all.put("minimax-strokes", "method.loss=minimax " + first);
    all.put("mlp-strokes", "method.loss=non-saturating " + first);
    for (String each : Set.of("course-gan-mnist", "course-gan-fails-mnist")) {
      all.put(each, "method.loss=non-saturating method.generatorEvery=1 " + first);
    }
    String critic =
        gradientPenalty
            + " method.generatorEvery=1 training.batchSize=64"
            + English.of(RATES, "1e-4")
            + English.of(WIDTHS, "64");
    all.put("course-wgan-gp-mnist", critic);
    all.put("course-conditional-wgan-gp-mnist", critic);
    all.put("course-wgan-gp-cifar10", critic);
    all.put("lesson-balanced", PLAIN.strip());
    all.put("lesson-unbalanced", PLAIN.strip());
    return all;
  }

  private static Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("width", "width");
    words.put("learningRate", "learning rate");
    words.put("beta1", "beta 1");
    words.put("beta2", "beta 2");
    words.put("kind", "Adam");
    words.put("schedule", "decay");
    words.put("batchSize", "batch");
    words.put("latentSize", "z of");
    words.put("prior", "normal");
    words.put("normalization", "batch norm");
    words.put("architecture", "networks");
    words.put("loss", "loss");
    words.put("spectralNorm", "no spectral norm");
    words.put("criticSteps", "critic step");
    words.put("emaDecay", "EMA");
    words.put("realTarget", "Label smoothing");
    words.put("weightClip", "clipped");
    words.put("gradientPenalty", "penalty");
    words.put("generatorEvery", "generator moves once in");
    words.put("steps", "first 25 steps");
    words.put("again", "multiples of 500");
    words.put("fadeImages", "pictures a phase");
    words.put("stableImages", "pictures a phase");
    words.put("weight", "R1");
    words.put("every", "every");
    words.put("count", "clusters");
    words.put("layers", "mapping layers");
    words.put("styleMixing", "style mixing");
    words.put("gamma", "gamma");
    words.put("speed", "step of k");
    words.put("generator", "class loss of G");
    return words;
  }

  @Test
  void everyRecipeNamesWhereItDepartsFromItsPaper() {
    assertEquals(
        Recipes.embedded().stream().map(Recipe::name).collect(Collectors.toSet()), PAPERS.keySet());
    Set<String> silent = new TreeSet<>();
    for (Recipe recipe : Recipes.embedded()) {
      for (String setting : PAPERS.get(recipe.name()).split(" ")) {
        String[] pair = setting.split("=");
        boolean fall = pair[0].endsWith(FALL);
        HyperParameter parameter =
            HyperParameters.of(fall ? pair[0].replace(FALL, ".learningRate") : pair[0]);
        Object own = fall ? fall(recipe, parameter.key()) : parameter.get(recipe.at(0));
        Object papers = fall ? pair[1] : parameter.parse(pair[1]);
        if (!own.equals(papers) && !named(recipe, pair[0], pair[1], own)) {
          silent.add(recipe.name() + ": " + setting + " (here " + own + ")");
        }
      }
    }
    assertEquals(Set.of(), silent);
  }

  /** The shape by which a number falls to nothing over all of a training; constant where not. */
  private static String fall(Recipe recipe, String key) {
    return recipe
        .schedules()
        .of(key)
        .map(Schedule::segments)
        .filter(all -> all.size() == 1 && all.get(0).share() == 1 && all.get(0).to() == 0)
        .map(all -> all.get(0).shape().id())
        .orElse("constant");
  }

  private static boolean named(Recipe recipe, String key, String papers, Object own) {
    String text = recipe.departures();
    String word = WORDS.get(key.substring(key.lastIndexOf('.') + 1));
    boolean rare = key.startsWith("method.warmUp.");
    return word != null
        && text.contains(word)
        && (SWITCHES.contains(key) || says(text, papers))
        && (SWITCHES.contains(key)
            || rare
            || !(own instanceof Number number)
            || says(text, spelt(number)));
  }

  private static boolean says(String text, String value) {
    return Pattern.compile("(?<![\\w.])" + Pattern.quote(value) + "(?![\\w-]|\\.\\d)")
        .matcher(text)
        .find();
  }

  private static String spelt(Number number) {
    double value = number.doubleValue();
    return value > 0 && value < 0.01
        ? String.format(Locale.ROOT, "%.0e", value).replace("e-0", "e-")
        : value == Math.rint(value) ? Long.toString(number.longValue()) : number.toString();
  }

  @Test
  void theTableOfMethodsSaysTheSame() throws IOException {
    String page = Files.readString(Path.of("src/site/markdown/methods.md"));
    for (Recipe recipe : Recipes.embedded()) {
      assertFalse(recipe.departures().isBlank(), recipe.name());
      assertTrue(
          page.contains("| " + recipe.name() + " | " + recipe.departures() + " |"), recipe.name());
    }
  }
}
