package studio.saddlepoint.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.saddlepoint.core.English;
import studio.saddlepoint.latent.GeneratorFiles;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.record.ModelCard;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.torch.TorchEngine;

/** {@code --torchscript} and {@code --safetensors}: a run's generator for other programs. */
final class ExportGenerator {
  private static final String TORCH_SCRIPT = "--torchscript";
  private static final String SAFETENSORS = "--safetensors";

  @Option(
      names = TORCH_SCRIPT,
      paramLabel = "FILE",
      description =
          "The generator as a TorchScript file, which Python's torch.jit.load runs without this program.")
  private @Nullable Path torchScript;

  @Option(
      names = SAFETENSORS,
      paramLabel = "FILE",
      description =
          "The generator's weights as safetensors, with a model card README.md beside it: recipe, data, and scores with how each was made.")
  private @Nullable Path safetensors;

  @Option(
      names = "--checkpoint",
      paramLabel = "STEP|best|latest",
      defaultValue = "latest",
      description = "Of a generator: which checkpoint; default: ${DEFAULT-VALUE}.")
  private String checkpoint = "latest";

  @Option(
      names = "--raw",
      description =
          "Of a generator: takes the weights of the step itself, not their running mean (EMA).")
  private boolean raw;

  @Option(
      names = "--overwrite",
      description = "Replaces a model card README.md that is there already.")
  private boolean overwrite;

  /** Both. */
  List<ExportFormat> formats() {
    return List.of(
        new GeneratorFormat(TORCH_SCRIPT, torchScript, this::script),
        new GeneratorFormat(SAFETENSORS, safetensors, this::weights));
  }

  private interface FileWriting {
    void write(RunFolder run, Snapshot snapshot, Path file, CancellableWork work);
  }

  private final class GeneratorFormat implements ExportFormat {
    private final String option;
    private final @Nullable Path file;
    private final FileWriting writer;

    GeneratorFormat(String option, @Nullable Path file, FileWriting writer) {
      this.option = option;
      this.file = file;
      this.writer = writer;
    }

    @Override
    public String option() {
      return option;
    }

    @Override
    public boolean asked() {
      return file != null;
    }

    @Override
    public Exported write(RunFolder run, CommandOutput console) {
      Path to = java.util.Objects.requireNonNull(file);
      ImagePaths.writable(to, option);
      TorchEngine.start(console);
      try (Snapshot snapshot =
              Snapshot.load(
                  run, Runs.checkpoint(run, checkpoint), !raw && run.recipe().averages());
          CancellableWork work = new CancellableWork(console)) {
        writer.write(run, snapshot, to, work);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", to.toAbsolutePath().normalize().toString());
        document.put("step", snapshot.step());
        document.put("averaged", snapshot.averaged());
        document.put("latentSize", snapshot.latent().size());
        document.put("classes", snapshot.latent().classNames().size());
        return new Exported(
            document,
            English.of("The generator of %s, %s, is in %s", run.id(), snapshot.label(), to));
      }
    }
  }

  private void script(RunFolder run, Snapshot snapshot, Path file, CancellableWork work) {
    GeneratorFiles.writeTorchScript(snapshot, file, run.title(), work);
  }

  private void weights(RunFolder run, Snapshot snapshot, Path file, CancellableWork work) {
    Path card = ModelCard.beside(file);
    if (!overwrite && Files.exists(card)) {
      throw new BadUse(
          English.of(
              "%s is there already, where the model card goes: choose another folder, or add --overwrite.",
              card));
    }
    ModelCard.save(run, snapshot, file, true, work);
  }
}
