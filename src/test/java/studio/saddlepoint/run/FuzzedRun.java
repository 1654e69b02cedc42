package studio.saddlepoint.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.RecipeJson;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.CheckpointFile;
import studio.saddlepoint.run.checkpoint.HostTensor;
import studio.saddlepoint.run.checkpoint.Safetensors;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.EventJson;
import studio.saddlepoint.run.event.ScoreCard;
import studio.saddlepoint.run.event.ScoreSettings;
import studio.saddlepoint.run.file.RunFiles;
import studio.saddlepoint.run.list.RunList;

/** Reads run folders of which one file was changed. */
public final class FuzzedRun {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00.5Z");

  private FuzzedRun() {}

  /** Makes a run of a folder, if there is no recipe in it yet. */
  public static void prepare(Path folder) throws IOException {
    Path recipe = folder.resolve(RunFiles.RECIPE);
    if (!Files.exists(recipe)) {
      Files.createDirectories(folder);
      Files.writeString(recipe, RecipeJson.write(Fixtures.RECIPE));
    }
  }

  /** Reads all that the window and the commands read of a run. */
  public static void read(Path folder) throws IOException {
    prepare(folder);
    RunList.of(folder.getParent());
    RunFolder run = RunFolder.open(folder);
    run.events().read();
    run.events().tail(100);
    run.events().since(3);
    run.events().follow().poll();
    run.scores();
    LearntData.of(run);
    run.best();
    run.bestScore();
    try {
      run.resumePoint();
    } catch (StudioException e) {
      Files.exists(folder); // the log may tell of checkpoints that are not there
    }
    for (SavedCheckpoint each : run.checkpoints()) {
      run.load(each);
    }
  }

  /** Reads a sample sheet. */
  public static void sheet(Path folder) throws IOException {
    prepare(folder);
    RunFolder.open(folder).loadSheet("samples/sheet.png");
  }

  /** Small text files of a run, by name. */
  public static Map<String, byte[]> texts() {
    List<Event> events =
        List.of(
            new Event.Begun(NOW, 0, "cpu", false),
            new Event.Scalars(NOW, 1, Map.of("loss.generator", 0.5, "x", Double.NaN)),
            new Event.Sheet(NOW, 1, "samples/step-1.png", 8, 4, true, 8),
            new Event.Changed(NOW, 2, "training.steps", "1", "5"),
            new Event.Checkpointed(NOW, 2, "checkpoints/step-2.safetensors"),
            new Event.Scored(NOW, 2, "raw", Map.of("fid", 1.5), "FID", settings()),
            new Event.Found(NOW, 3, "nan", "error", "a", "\u00e9", "", "x"),
            new Event.Paused(NOW, 3),
            new Event.Ended(NOW, 4, "done"));
    ScoreCard card = new ScoreCard(NOW, 3, "raw", "FID", settings(), Map.of("fid", 2.0));
    Map<String, byte[]> texts = new LinkedHashMap<>();
    texts.put(
        "events.jsonl",
        bytes(events.stream().map(EventJson::write).collect(Collectors.joining("\n"))));
    texts.put("scores.jsonl", bytes(EventJson.write(card) + "\n" + EventJson.write(card)));
    texts.put(
        "data.json",
        bytes(
            "{\"step\":0,\"classNames\":[\"a\",\"b\"],\"count\":9,"
                + "\"shape\":[3,32,32],\"digest\":\"0123\"}"));
    texts.put(
        "best.json",
        bytes("{\"file\":\"best-0000000003.safetensors\",\"score\":1.5,\"how\":\"FID\"}"));
    return texts;
  }

  private static ScoreSettings settings() {
    return new ScoreSettings(Map.of("fake_count", 64L, "metrics", List.of("fid")));
  }

  private static byte[] bytes(String text) {
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Files of tensors. */
  public static List<byte[]> tensors() throws IOException {
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    tensors.put("a", HostTensor.of(new float[] {1, 2, 3, 4}, 2, 2));
    tensors.put("b", HostTensor.of(new long[] {7}));
    return List.of(written(tensors, Map.of("key", "value")), written(Map.of(), Map.of()));
  }

  /** Checkpoints. */
  public static List<byte[]> checkpoints() throws IOException {
    Checkpoint checkpoint = Fixtures.checkpoint(3, 4);
    return List.of(written(checkpoint.tensors(), CheckpointFile.metadata(checkpoint)));
  }

  private static byte[] written(Map<String, HostTensor> tensors, Map<String, String> metadata)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Safetensors.write(Channels.newChannel(bytes), tensors, metadata);
    return bytes.toByteArray();
  }
}
