package studio.saddlepoint.app.start;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.run.list.RunSize;
import studio.saddlepoint.run.list.RunSummary;

/** The room that runs take on the disk, measured in the background when they have changed. */
final class RunSizes {
  private final StudioModel model;
  private final Map<Path, StringProperty> texts = new HashMap<>();
  private final Map<Path, Instant> measured = new HashMap<>();

  RunSizes(StudioModel model) {
    this.model = model;
  }

  /** A run's size in words; empty until it is known. */
  ObservableValue<String> text(RunSummary run) {
    return texts.computeIfAbsent(run.folder(), each -> new SimpleStringProperty(""));
  }

  /** Measures those that have changed since they were measured. */
  void measure(List<RunSummary> runs) {
    List<RunSummary> stale =
        runs.stream().filter(run -> !run.lastChange().equals(measured.get(run.folder()))).toList();
    if (stale.isEmpty()) {
      return;
    }
    stale.forEach(run -> measured.put(run.folder(), run.lastChange()));
    model
        .tasks()
        .run(Messages.text("start.sizes"), progress -> bytes(stale, progress))
        .onDone(this::show);
  }

  private static Map<RunSummary, Long> bytes(List<RunSummary> runs, Progress progress) {
    Map<RunSummary, Long> bytes = new LinkedHashMap<>();
    for (RunSummary run : runs) {
      progress.checkCancelled();
      bytes.put(run, RunSize.of(run.folder()));
    }
    return bytes;
  }

  private void show(Map<RunSummary, Long> bytes) {
    bytes.forEach(
        (run, size) ->
            texts
                .computeIfAbsent(run.folder(), each -> new SimpleStringProperty(""))
                .set(Texts.bytes(size)));
  }
}
