package studio.saddlepoint.metrics.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;

class StagesTest {
  private static final PlannedWork LEARNING = new PlannedWork(Work.LEARNING, "", 60);
  private static final PlannedWork SAMPLES = new PlannedWork(Work.SAMPLES, "", 30);
  private static final PlannedWork KID = new PlannedWork(Work.COMPARING, "kid", 10);

  private final List<Double> told = new ArrayList<>();
  private final Progress progress = (stage, fraction) -> told.add(fraction);
  private final Paces paces = Paces.unknown();
  private long now;

  private Stages stages(PlannedWork... parts) {
    return new Stages(paces, List.of(parts), progress, () -> now);
  }

  private void pass(double seconds) {
    now += (long) (seconds * 1e9);
  }

  private double last() {
    return told.get(told.size() - 1);
  }

  @Test
  void dividesTheProgressByTheTimeThatPartsTake() {
    Stages stages = stages(LEARNING, SAMPLES, KID);
    stages.begin(Work.LEARNING).report("", 0.5);
    assertEquals(0.3, last(), 1e-9);
    stages.begin(Work.SAMPLES).report("", 0);
    assertEquals(0.6, last(), 1e-9);
    stages.begin(Work.COMPARING, "kid").report("", 1);
    assertEquals(1, last(), 1e-9);
  }

  @Test
  void whatIsNotPlannedTakesNoShare() {
    Stages stages = stages(SAMPLES, KID);
    stages.begin(Work.LEARNING).report("", 0.5);
    assertEquals(0, last(), 1e-9);
    stages.begin(Work.SAMPLES);
    stages.begin(Work.PREPARING).report("", 0.5);
    assertEquals(0.75, last(), 1e-9);
  }

  @Test
  void tellsHowLongPartsTook() {
    Stages stages = stages(SAMPLES, KID);
    stages.begin(Work.SAMPLES);
    pass(90);
    stages.begin(Work.COMPARING, "kid");
    pass(5);
    stages.end();
    pass(1000);
    stages.end();
    assertEquals(90, paces.seconds(SAMPLES), 0.1);
    assertEquals(5, paces.seconds(KID), 0.01);
  }

  @Test
  void learnsByWhatWasReallyDone() {
    Stages stages = stages(LEARNING, SAMPLES);
    stages.begin(Work.LEARNING);
    pass(40);
    stages.turnedOut(1 / 3.0);
    stages.begin(Work.SAMPLES);
    pass(30);
    stages.end();
    assertEquals(120, paces.seconds(LEARNING), 0.1);
    assertEquals(30, paces.seconds(SAMPLES), 0.1);
  }
}
