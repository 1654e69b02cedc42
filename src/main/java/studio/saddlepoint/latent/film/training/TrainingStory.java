package studio.saddlepoint.latent.film.training;

import java.util.ArrayList;
import java.util.List;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.Follower;

/**
 * What a film shows of a training.
 *
 * @param sheets in the order of their steps, at least two
 * @param curves the losses of its players
 * @param lastStep that is known
 */
public record TrainingStory(List<Event.Sheet> sheets, List<LossCurve> curves, long lastStep) {
  /** Copies both lists. */
  public TrainingStory {
    sheets = List.copyOf(sheets);
    curves = List.copyOf(curves);
  }

  /**
   * Reads a run's log.
   *
   * @throws StudioException if there are fewer than two sheets
   */
  public static TrainingStory read(RunFolder run, Progress progress) {
    List<Event.Sheet> sheets = new ArrayList<>();
    List<CurveBuilder> builders = new ArrayList<>();
    List<String> players = run.recipe().method().kind().players().names();
    players.forEach(player -> builders.add(new CurveBuilder(player)));
    long last = 0;
    Follower follower = run.events().follow();
    for (List<Event> some = follower.poll(); !some.isEmpty(); some = follower.poll()) {
      progress.checkCancelled();
      progress.report("Reading the log", follower.share());
      for (Event event : some) {
        if (event instanceof Event.Begun) {
          long step = event.step();
          sheets.removeIf(each -> each.step() > step);
          builders.forEach(each -> each.back(step));
          last = step;
        } else if (event instanceof Event.Sheet sheet) {
          sheets.removeIf(each -> each.step() >= sheet.step()); // drawn again
          sheets.add(sheet);
        } else if (event instanceof Event.Scalars scalars) {
          for (int i = 0; i < builders.size(); i++) {
            Double loss = scalars.values().get("loss." + players.get(i));
            builders.get(i).add(scalars.step(), loss == null ? Double.NaN : loss);
          }
        }
        last = Math.max(last, event.step());
      }
    }
    if (sheets.size() < 2) {
      throw new StudioException(
          English.of(
              "The run %s has kept %s so far, and a film needs two: train it longer, or keep sheets more often (training.sampleEvery).",
              run.id(), English.count(sheets.size(), "sample sheet")));
    }
    return new TrainingStory(sheets, builders.stream().map(CurveBuilder::curve).toList(), last);
  }
}
