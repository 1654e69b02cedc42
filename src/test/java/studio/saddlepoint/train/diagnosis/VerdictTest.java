package studio.saddlepoint.train.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.ScoreSettings;

class VerdictTest {
  private final List<Event.Found> findings = new ArrayList<>();
  private final List<Probe> probes = new ArrayList<>();
  private final List<Event.Scored> scores = new ArrayList<>();

  private Verdict at(long step) {
    return Verdict.of(
        new Verdict.Standing(Recipe.defaults(), step, 64 * step, findings, probes, scores));
  }

  private void look(long step, double distance, double... classes) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put(Probe.DISTANCE, distance);
    for (int i = 0; i < classes.length; i++) {
      values.put(Probe.ofFakes("" + i), classes[i]);
      values.put(Probe.ofData("" + i), 1.0 / classes.length);
    }
    probes.add(new Probe(step, values));
  }

  private void score(long step, double fid, String how) {
    scores.add(
        new Event.Scored(
            Instant.EPOCH, step, "raw", Map.of("fid", fid), how, new ScoreSettings(Map.of())));
  }

  private static Event.Found found(Severity severity, String what) {
    return new Finding(severity, what, "Numbers.", "", List.of(), Sight.NONE).event(what, 1, "");
  }

  @Test
  void saysThatItIsEarly() {
    assertEquals(
        new Verdict(
            Verdict.Tone.EARLY,
            "Early: 120 of 10,000 steps; from 20.0 k images on it can be told how it goes."),
        at(120));
  }

  @Test
  void saysHowFidFell() {
    score(1000, 41, "FID (a)");
    score(1500, 99, "FID (b)");
    score(2000, 23, "FID (a)");
    look(2000, 0.1, 0.4, 0.6);
    assertEquals(
        new Verdict(
            Verdict.Tone.WELL,
            "Going well: FID fell from 41.0 to 23.0 over the last 1,000 steps, all 2 classes are made."),
        at(2000));
    score(3000, 30, "FID (a)");
    score(4000, 50, "FID (a)");
    Verdict worse = at(4000);
    assertEquals(Verdict.Tone.STEADY, worse.tone());
    assertTrue(worse.sentence().contains("FID rose from 41.0 to 50.0"), worse.sentence());
  }

  @Test
  void saysHowTheDistanceFellWhereNothingWasScored() {
    for (int i = 1; i <= 8; i++) {
      look(100 * i, 0.8 / i, 1, 0);
    }
    Verdict well = at(800);
    assertEquals(Verdict.Tone.WELL, well.tone());
    assertTrue(
        well.sentence()
            .startsWith("Going well: the energy distance to the data fell from 0.417 to 0.127"),
        well.sentence());
    assertTrue(well.sentence().endsWith("1 of 2 classes are made."), well.sentence());
  }

  @Test
  void saysTheWorstFirstAndForgetsWhatIsOver() {
    score(1000, 41, "FID (a)");
    score(2000, 23, "FID (a)");
    Event.Found warning = found(Severity.WARNING, "A cold.");
    findings.add(warning);
    assertEquals(new Verdict(Verdict.Tone.TROUBLE, "A cold. Numbers."), at(2000));
    findings.add(found(Severity.ERROR, "A fever."));
    assertEquals("A fever. Numbers.", at(2000).sentence());
    findings.clear();
    findings.add(warning);
    findings.add(Finding.over(warning, 1500));
    findings.add(found(Severity.INFO, "A hint."));
    assertEquals(Verdict.Tone.WELL, at(2000).tone());
  }

  @Test
  void saysThatTooLittleIsKnown() {
    look(400, 0.1);
    assertEquals(
        "Too little was looked at to tell: 1 look by step 400, and no fault found.",
        at(400).sentence());
  }
}
