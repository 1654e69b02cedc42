package studio.saddlepoint.recipe;

import java.util.Map;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.method.MethodSettings;
import studio.saddlepoint.recipe.network.DiscriminatorSettings;
import studio.saddlepoint.recipe.network.EncoderSettings;
import studio.saddlepoint.recipe.network.GeneratorSettings;
import studio.saddlepoint.recipe.parameter.HyperParameter;
import studio.saddlepoint.recipe.parameter.Parameter;
import studio.saddlepoint.recipe.parameter.RecordTree;
import studio.saddlepoint.recipe.parameter.Schedule;
import studio.saddlepoint.recipe.parameter.Schedules;

/**
 * Everything that decides a training. A recipe is a value: the same recipe on the same machine
 * gives the same run.
 *
 * @param name short name, usable as a file name
 * @param title what a person calls it
 * @param summary one or two sentences: what it shows and when it helps
 * @param paper where it comes from: authors, year, title, arXiv number
 * @param departures where its settings are other than the paper's; empty where they are not
 * @param expect what a person will see, and after what time on two cores
 * @param seed where all randomness comes from
 * @param data what is learnt
 * @param generator the network that makes pictures
 * @param discriminator the network that judges them
 * @param encoder the network that turns pictures into codes, where the method has one
 * @param method how one step is computed
 * @param training how long, how much at a time, what is kept
 * @param diagnosis how the training is watched, which changes nothing of it
 * @param schedules curves of live numbers; where a number has one, its component holds the first
 *     value
 */
public record Recipe(
    @Parameter(label = "Name", value = "untitled", help = "Short name: letters, digits, dashes.")
        String name,
    @Parameter(label = "Title", value = "Untitled", help = "What the run is called in lists.")
        String title,
    @Parameter(label = "Summary", value = "", help = "What it shows and when it helps.")
        String summary,
    @Parameter(label = "Paper", value = "", advanced = true, help = "Where the method comes from.")
        String paper,
    @Parameter(
            label = "Other than the paper",
            value = "",
            advanced = true,
            help = "Where the settings depart from the paper's.")
        String departures,
    @Parameter(
            label = "Expected",
            value = "",
            advanced = true,
            help = "What will be seen, and after what time on two cores.")
        String expect,
    @Parameter(
            label = "Seed",
            value = "1",
            min = 0,
            max = 9e15,
            help = "Where all randomness comes from: the same seed gives the same run.")
        long seed,
    DataSettings data,
    GeneratorSettings generator,
    DiscriminatorSettings discriminator,
    EncoderSettings encoder,
    MethodSettings method,
    TrainingSettings training,
    DiagnosisSettings diagnosis,
    Schedules schedules) {
  private static final String EMA_DECAY = "generator.emaDecay";
  private static final String BATCH_SIZE = "training.batchSize";

  /**
   * Refuses combinations that cannot train; single values are checked by {@link HyperParameter}.
   */
  public Recipe {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
      throw new StudioException(
          "name is \""
              + name
              + "\": use 1 to 64 letters, digits, dots or dashes, so that it can name a folder.");
    }
    if (!training.device().matches("auto|cpu|gpu\\d{1,2}")) {
      throw new StudioException(
          "training.device is \"" + training.device() + "\": use auto, cpu, gpu0, gpu1, ...");
    }
    if (data.source().isBlank()) {
      throw new StudioException(
          "data.source is empty: name strokes, shapes, or the path of your images.");
    }
    NetworkRules.check(generator, discriminator, encoder, method, data.size());
    RecipeCheck.refusal(generator, discriminator, method)
        .ifPresent(
            reason -> {
              throw new StudioException(reason);
            });
    if (!schedules.isEmpty()) {
      ScheduleRules.check(
          new Recipe(
              name,
              title,
              summary,
              paper,
              departures,
              expect,
              seed,
              data,
              generator,
              discriminator,
              encoder,
              method,
              training,
              diagnosis,
              Schedules.NONE),
          schedules);
    }
  }

  /** A recipe with every hyper-parameter at its default. */
  public static Recipe defaults() {
    return RecordTree.defaults(Recipe.class);
  }

  /**
   * The recipe of a moment: each number that has a schedule has its value then, and there are no
   * schedules any more.
   *
   * @param imagesSeen since the training began
   */
  public Recipe at(long imagesSeen) {
    return schedules.isEmpty()
        ? this
        : ScheduleRules.at(this, ScheduleRules.inImages(this, schedules), imagesSeen);
  }

  /**
   * This recipe with all schedules in images: shares are of the images that its steps see. A
   * training takes it so when it begins, and keeps to it where its steps become more.
   */
  public Recipe inImages() {
    Schedules inImages = ScheduleRules.inImages(this, schedules);
    return inImages.equals(schedules) ? this : RecordTree.with(this, Map.of(), inImages);
  }

  /** This recipe with the first value of each schedule in its place. */
  Recipe withoutSchedules() {
    return schedules.isEmpty() ? this : RecordTree.with(this, Map.of(), Schedules.NONE);
  }

  /** Whether there ever is a running mean of the generator's weights that differs from them. */
  public boolean averages() {
    return schedules.of(EMA_DECAY).map(Schedule::highest).orElse(generator.emaDecay()) > 0;
  }

  /** Pictures of its largest batch. */
  public long largestBatch() {
    return schedules
        .of(BATCH_SIZE)
        .map(each -> Math.round(each.highest()))
        .orElse((long) training.batchSize());
  }

  /**
   * This recipe with one hyper-parameter changed.
   *
   * @param key such as {@code generator.optimizer.learningRate}
   * @param value of the hyper-parameter's type, or a text that can be read as it
   * @throws StudioException if the key is unknown or the value not allowed
   */
  public Recipe with(String key, Object value) {
    return HyperParameters.of(key).set(this, value);
  }

  /**
   * This recipe with several hyper-parameters changed at once, so that only the whole must go
   * together.
   *
   * @param changes values as {@link #with(String, Object)} takes them, by key
   * @throws StudioException if a key is unknown, a value not allowed, or the whole refused
   */
  public Recipe with(Map<String, ?> changes) {
    changes.keySet().forEach(HyperParameters::of);
    return RecordTree.build(
        Recipe.class,
        "",
        (key, leaf) -> {
          Object change = changes.get(key);
          return change == null ? leaf.get(this) : leaf.coerce(change);
        });
  }
}
