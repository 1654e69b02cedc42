package studio.saddlepoint.recipe;

import java.util.List;
import java.util.Optional;
import studio.saddlepoint.recipe.method.CriticWarmUpSettings;
import studio.saddlepoint.recipe.method.MethodSettings;
import studio.saddlepoint.recipe.method.UpdateRatio;
import studio.saddlepoint.recipe.parameter.Schedule;

/**
 * The moves that a number of steps is made of. Steps, moves of the generator and images seen are
 * three numbers: a step may have several moves of either player, and none of the generator.
 *
 * @param generatorMoves moves of the generator
 * @param discriminatorMoves moves of the discriminator, each on a batch of its own
 * @param imagesSeen real pictures drawn, repeats included: those that the discriminator was shown,
 *     and a batch for each step in which it did not move
 */
public record StepCounts(long generatorMoves, long discriminatorMoves, long imagesSeen) {
  /** No step. */
  public static final StepCounts NONE = new StepCounts(0, 0, 0);

  /** The numbers that decide how many images a step sees, and how often its players move. */
  static final List<String> KEYS =
      List.of(
          "training.batchSize",
          "method.criticSteps",
          "method.generatorEvery",
          "method.generatorSteps",
          "method.warmUp.steps",
          "method.warmUp.criticSteps",
          "method.warmUp.again");

  /**
   * These and the steps after them.
   *
   * @param recipe of those steps
   * @param from steps that these are
   * @param to steps that there are then; no more than before, and nothing is added
   */
  public StepCounts then(Recipe recipe, long from, long to) {
    List<Schedule> schedules =
        KEYS.stream().map(recipe.schedules()::of).flatMap(Optional::stream).toList();
    long changing = schedules.stream().mapToLong(Schedule::images).max().orElse(0);
    StepCounts made = this;
    long step = from;
    List<Long> values = List.of();
    Recipe now = recipe;
    while (step < to && made.imagesSeen < changing) {
      long seen = made.imagesSeen;
      List<Long> is = schedules.stream().map(each -> Math.round(each.at(seen))).toList();
      if (!is.equals(values)) {
        now = recipe.at(seen);
        values = is;
      }
      made = made.plus(between(now, step, step + 1));
      step++;
    }
    return made.plus(between(schedules.isEmpty() ? recipe : recipe.at(made.imagesSeen), step, to));
  }

  private static StepCounts between(Recipe recipe, long from, long to) {
    if (to <= from) {
      return NONE;
    }
    StepCounts end = first(recipe, to);
    StepCounts begin = first(recipe, from);
    return new StepCounts(
        end.generatorMoves - begin.generatorMoves,
        end.discriminatorMoves - begin.discriminatorMoves,
        end.imagesSeen - begin.imagesSeen);
  }

  /** The sum of {@link UpdateRatio#of} over the first steps, without a loop over them. */
  private static StepCounts first(Recipe recipe, long steps) {
    MethodSettings method = recipe.method();
    if (!method.kind().judges()) {
      return new StepCounts(steps, steps, steps * recipe.training().batchSize());
    }
    long alone = Math.min(steps, method.generatorPretraining());
    long since = steps - alone;
    CriticWarmUpSettings warmUp = method.warmUp();
    long warm = Math.min(since, warmUp.steps());
    if (warmUp.again() > 0 && since > warm) {
      // step 0 is one of the warm-up or none
      warm += (since - 1) / warmUp.again() - Math.max(0, warm - 1) / warmUp.again();
    }
    long discriminator = warm * warmUp.criticSteps() + (since - warm) * method.criticSteps();
    int every = method.generatorEvery();
    long moving = since / every - Math.min(since, method.pretraining()) / every;
    return new StepCounts(
        (alone + moving) * method.generatorSteps(),
        discriminator,
        (alone + discriminator) * recipe.training().batchSize());
  }

  private StepCounts plus(StepCounts more) {
    return new StepCounts(
        generatorMoves + more.generatorMoves,
        discriminatorMoves + more.discriminatorMoves,
        imagesSeen + more.imagesSeen);
  }
}
