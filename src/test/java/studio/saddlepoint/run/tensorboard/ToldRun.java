package studio.saddlepoint.run.tensorboard;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.run.Fixtures;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.SheetPictures;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.ScoreCard;
import studio.saddlepoint.run.event.ScoreSettings;

/** A run that has told something of each kind, and was resumed once from an earlier step. */
final class ToldRun {
  static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  private ToldRun() {}

  static RunFolder in(Path root) {
    RunFolder run = RunFolder.create(root, Fixtures.RECIPE);
    String sheet = run.saveSheet(2, new SheetPictures(picture()));
    List<Event> told =
        List.of(
            new Event.Begun(at(0), 0, "cpu", false),
            scalars(1, 1.5),
            scalars(2, 2.5),
            new Event.Sheet(at(2), 2, sheet, 3, 2, true),
            scalars(3, 99),
            new Event.Begun(at(4), 2, "cpu", true),
            new Event.Changed(at(4), 2, "training.steps", "10", "<b>20</b>"),
            scalars(3, 3.5),
            new Event.Scored(
                at(5), 3, "averaged", Map.of("fid", 12.5), "FID (a way)", ScoreSettings.NONE),
            new Event.Probed(at(6), 3, Map.of("probe.distance", 0.25)),
            new Event.Found(at(7), 3, "mode-collapse", "warning", "It |collapses|.", "", "", ""),
            new Event.Ended(at(8), 3, "All steps are made"));
    told.forEach(run.events()::append);
    run.saveScore(
        new ScoreCard(at(9), 3, "averaged", "50,000", ScoreSettings.NONE, Map.of("kid", 0.5)));
    return run;
  }

  private static Picture picture() {
    int[] argb = new int[6];
    java.util.Arrays.fill(argb, 0xFF336699);
    return new Picture(3, 2, argb);
  }

  private static Instant at(int second) {
    return NOW.plusSeconds(second);
  }

  static Event scalars(long step, double loss) {
    return new Event.Scalars(at((int) step), step, Map.of("loss.generator", loss));
  }
}
