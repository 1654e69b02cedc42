package studio.saddlepoint.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.tensorboard.EventFileExport;

/** {@code --tensorboard}: an event file with all that a run has told. */
final class ExportTensorBoard implements ExportFormat {
  private static final String OPTION = "--tensorboard";

  @Option(
      names = OPTION,
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "DIR",
      description =
          "An event file for TensorBoard with all numbers, sample sheets, the recipe, findings and changes, in a folder of its own; without DIR in the run's folder tensorboard. See it by tensorboard --logdir DIR.")
  private @Nullable String folder;

  @Override
  public String option() {
    return OPTION;
  }

  @Override
  public boolean asked() {
    return folder != null;
  }

  @Override
  public Exported write(RunFolder run, CommandOutput console) {
    Path into = folder(run);
    EventFileExport.Written written = new EventFileExport(run, into).write(console);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", written.file().toString());
    document.put("steps", written.steps());
    document.put("sheets", written.pictures());
    return new Exported(
        document,
        English.of(
            "%s and %s of %s are in %s",
            English.count(written.steps(), "step"),
            English.count(written.pictures(), "sample sheet"),
            run.id(),
            written.file()));
  }

  private Path folder(RunFolder run) {
    String name = String.valueOf(folder);
    return name.isEmpty()
        ? EventFileExport.folderOf(run)
        : PathNames.spelt(name)
            .orElseThrow(
                () -> new BadUse(English.of("%s is \"%s\", which names no folder.", OPTION, name)));
  }
}
