package studio.saddlepoint.app.evaluate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import studio.saddlepoint.metrics.record.CurveRecord;
import studio.saddlepoint.metrics.record.EvaluationRecord;
import studio.saddlepoint.metrics.record.MetricCurveKind;
import studio.saddlepoint.run.FuzzedRun;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.ScoreCard;
import studio.saddlepoint.run.event.ScoreSettings;

/** Reads what is kept beside scores, of which one file was changed. */
public final class FuzzedEvaluations {
  private static final ScoreCard CARD =
      new ScoreCard(
          Instant.ofEpochMilli(1000), 3, "raw", "FID", ScoreSettings.NONE, Map.of("fid", 2.0));

  private FuzzedEvaluations() {}

  /** Reads all of it. */
  public static void read(Path folder) throws IOException {
    FuzzedRun.prepare(folder);
    RunFolder run = RunFolder.open(folder);
    EvaluationRecord.read(run, CARD);
    EvaluationRecord.warnings(run, CARD);
    EvaluationRecord.load(run, CARD);
    for (MetricCurveKind kind : MetricCurveKind.values()) {
      CurveRecord.load(run, kind);
    }
  }

  /** Texts, by name. */
  public static Map<String, byte[]> texts() {
    Map<String, byte[]> texts = new LinkedHashMap<>();
    texts.put(
        "1000.json",
        bytes(
            "{\"tookMillis\":5,\"warnings\":[\"w\"],\"about\":[[\"fid\"]],"
                + "\"classes\":{\"names\":[\"a\",\"b\"],\"real\":[0.5,0.5],"
                + "\"generated\":[0.25,0.75]},\"neighbours\":[{\"distances\":[1.0,2.5],"
                + "\"realism\":\"1.5\"}],\"realism\":{\"scores\":[1.0,2.0]}}"));
    return texts;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
