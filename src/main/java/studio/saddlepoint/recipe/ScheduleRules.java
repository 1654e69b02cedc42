package studio.saddlepoint.recipe;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.parameter.RecordTree;
import studio.saddlepoint.recipe.parameter.Schedule;
import studio.saddlepoint.recipe.parameter.ScheduleSegment;
import studio.saddlepoint.recipe.parameter.Schedules;

/** The rules that a recipe's schedules keep, and the moments at which it is looked at. */
final class ScheduleRules {
  /** Moments between two ends of pieces. */
  private static final int BETWEEN = 8;

  private ScheduleRules() {}

  /**
   * Refuses schedules that cannot be, or with which the recipe cannot be at some moment.
   *
   * @param plain the recipe without its schedules
   * @throws StudioException with the key and what to change
   */
  static void check(Recipe plain, Schedules schedules) {
    schedules.byKey().forEach(ScheduleRules::check);
    Schedules inImages = inImages(plain, schedules);
    for (long moment : moments(inImages)) {
      at(plain, inImages, moment);
    }
  }

  private static void check(String key, Schedule schedule) {
    HyperParameters.of(key).coerce(schedule);
    if (StepCounts.KEYS.contains(key) && !schedule.inImages()) {
      throw new StudioException(
          key
              + " is "
              + schedule
              + ": it decides how many images the training sees, so its pieces must be over numbers of images, not shares.");
    }
  }

  /** Schedules with their shares as numbers of images, of all that the recipe's steps see. */
  static Schedules inImages(Recipe plain, Schedules schedules) {
    if (schedules.byKey().values().stream().allMatch(Schedule::inImages)) {
      return schedules;
    }
    Map<String, Schedule> counting = new LinkedHashMap<>(schedules.byKey());
    counting.keySet().retainAll(StepCounts.KEYS);
    Recipe counted = RecordTree.with(plain, Map.of(), new Schedules(counting));
    long total = StepCounts.NONE.then(counted, 0, plain.training().steps()).imagesSeen();
    return schedules.map((key, schedule) -> schedule.ofTraining(total));
  }

  /**
   * A recipe with the values of a moment, and no schedules.
   *
   * @param inImages without shares
   */
  static Recipe at(Recipe recipe, Schedules inImages, long imagesSeen) {
    Map<String, Object> values = new HashMap<>();
    inImages
        .byKey()
        .forEach(
            (key, schedule) ->
                values.put(key, HyperParameters.of(key).inType(schedule.at(imagesSeen))));
    return RecordTree.with(recipe, values, Schedules.NONE);
  }

  /** Moments at which a recipe is worth a look: ends of pieces, and some between them. */
  static TreeSet<Long> moments(Schedules inImages) {
    TreeSet<Long> ends = new TreeSet<>();
    ends.add(0L);
    for (Schedule schedule : inImages.byKey().values()) {
      long at = 0;
      for (ScheduleSegment each : schedule.segments()) {
        at += each.images();
        ends.add(at - 1);
        ends.add(at);
      }
    }
    TreeSet<Long> all = new TreeSet<>(ends);
    long before = 0;
    for (long end : ends) {
      for (int i = 1; i < BETWEEN; i++) {
        all.add(before + (end - before) / BETWEEN * i);
      }
      before = end;
    }
    return all;
  }
}
