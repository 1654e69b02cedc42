package studio.saddlepoint.recipe;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.parameter.Schedule;
import studio.saddlepoint.recipe.parameter.ScheduleSegment;
import studio.saddlepoint.recipe.parameter.ScheduleShape;

/** Settings as earlier versions wrote them, which are read for ever. */
public final class EarlierSettings {
  private static final String LOSS = "method.loss";
  private static final String BEGAN = "began";
  private static final String NOISE = "method.instanceNoise";
  private static final String TOP_K = "method.topK.share";

  /** Steps over which the share of top-k fell where a recipe of format 1 left that out. */
  private static final long TOP_K_STEPS = 2000;

  /** The shapes that a learning rate could fall in. */
  private static final List<ScheduleShape> FALLS =
      List.of(ScheduleShape.CONSTANT, ScheduleShape.LINEAR, ScheduleShape.COSINE);

  private EarlierSettings() {}

  /**
   * A setting as it is written now: BEGAN, once a loss, is a method.
   *
   * @param key of a hyper-parameter
   * @param value the text of its value
   */
  public static Map.Entry<String, String> now(String key, String value) {
    return key.equals(LOSS) && value.equals(BEGAN)
        ? Map.entry("method.kind", BEGAN)
        : Map.entry(key, value);
  }

  /**
   * What a setting that is gone has become: how a number falls is its schedule.
   *
   * @param key of a hyper-parameter
   * @return a sentence that says what to write; empty where the key is not one of those
   */
  public static Optional<String> gone(String key) {
    String number =
        switch (key) {
          case "method.instanceNoiseSteps" -> NOISE;
          case "method.topK.steps" -> TOP_K;
          case "generator.optimizer.schedule", "discriminator.optimizer.schedule" ->
              key.substring(0, key.lastIndexOf('.')) + ".learningRate";
          default -> "";
        };
    return number.isEmpty()
        ? Optional.empty()
        : Optional.of(
            key
                + " is no setting any more: write a schedule of "
                + number
                + ", such as "
                + number
                + "=linear(0.1..0, 50%).");
  }

  /**
   * Writes a recipe's settings as they are written now.
   *
   * @param recipe of format 1
   * @return what has to be done to the recipe that is read of it
   */
  static UnaryOperator<Recipe> renew(JsonObject recipe) {
    if (recipe.get("method") instanceof JsonObject method
        && method.get("loss") instanceof JsonPrimitive loss
        && loss.getAsString().equals(BEGAN)) {
      method.remove("loss");
      method.addProperty("kind", BEGAN);
    }
    List<UnaryOperator<Recipe>> changes = new ArrayList<>();
    for (String player : List.of("generator", "discriminator")) {
      taken(recipe, player + ".optimizer", "schedule")
          .ifPresent(
              said -> {
                Optional<ScheduleShape> shape = fall(player + ".optimizer.schedule", said);
                shape.ifPresent(
                    falls ->
                        changes.add(
                            read -> falling(read, player + ".optimizer.learningRate", falls)));
              });
    }
    taken(recipe, "method", "instanceNoiseSteps")
        .ifPresent(
            said -> {
              long steps = steps("method.instanceNoiseSteps", said);
              changes.add(read -> overSteps(read, NOISE, read.method().instanceNoise(), 0, steps));
            });
    long topK =
        taken(recipe, "method.topK", "steps")
            .map(said -> steps("method.topK.steps", said))
            .orElse(TOP_K_STEPS);
    changes.add(read -> overSteps(read, TOP_K, 1, read.method().topK().share(), topK));
    return read -> {
      Recipe renewed = read;
      for (UnaryOperator<Recipe> change : changes) {
        renewed = change.apply(renewed);
      }
      return renewed;
    };
  }

  /** A learning rate that falls to nothing at the last step. */
  private static Recipe falling(Recipe read, String key, ScheduleShape shape) {
    double rate = ((Number) HyperParameters.of(key).get(read)).doubleValue();
    return read.with(key, Schedule.of(ScheduleSegment.overShare(shape, rate, 0, 1)));
  }

  /** A number that goes evenly from one value to another over the first steps. */
  private static Recipe overSteps(Recipe read, String key, double from, double to, long steps) {
    if (steps == 0 || from == to || read.schedules().of(key).isPresent()) {
      return read;
    }
    long images = StepCounts.NONE.then(read, 0, steps).imagesSeen();
    return read.with(
        key, Schedule.of(ScheduleSegment.overImages(ScheduleShape.LINEAR, from, to, images)));
  }

  /** Takes a value out of a recipe. */
  private static Optional<JsonElement> taken(JsonObject recipe, String path, String name) {
    JsonElement at = recipe;
    for (String each : path.split("\\.")) {
      at = at instanceof JsonObject object && object.has(each) ? object.get(each) : null;
    }
    return at instanceof JsonObject object
        ? Optional.ofNullable(object.remove(name))
        : Optional.empty();
  }

  private static Optional<ScheduleShape> fall(String key, JsonElement said) {
    for (ScheduleShape each : FALLS) {
      if (said.isJsonPrimitive() && said.getAsString().equals(each.id())) {
        return each.flat() ? Optional.empty() : Optional.of(each);
      }
    }
    throw new StudioException(
        key + " is " + said + ": it must be one of constant, linear, cosine.");
  }

  private static long steps(String key, JsonElement said) {
    try {
      long steps = said.getAsBigDecimal().longValueExact();
      if (steps >= 0) {
        return steps;
      }
    } catch (RuntimeException e) { // of any kind: what it says is no such number
      throw new StudioException(key + " is " + said + ": it must be a whole number.", e);
    }
    throw new StudioException(key + " is " + said + ": it must be at least 0.");
  }
}
