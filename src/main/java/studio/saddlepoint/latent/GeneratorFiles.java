package studio.saddlepoint.latent;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.model.Generator;
import studio.saddlepoint.model.GeneratorScript;
import studio.saddlepoint.recipe.RecipeJson;
import studio.saddlepoint.recipe.network.Architecture;
import studio.saddlepoint.run.checkpoint.HostTensor;
import studio.saddlepoint.run.checkpoint.NetworkTensors;
import studio.saddlepoint.run.checkpoint.Safetensors;
import studio.saddlepoint.run.imported.GeneratorFacts;

/** The generator of a snapshot as a file for other programs; whole, or not there. */
public final class GeneratorFiles {
  private static final String FORMAT = "saddlepoint-generator-1";

  private GeneratorFiles() {}

  /** What a generator's file says of itself. */
  public static GeneratorFacts facts(Snapshot snapshot, String title) {
    return new GeneratorFacts(
        snapshot.latent().size(),
        snapshot.recipe().generator().prior(),
        snapshot.latent().classNames(),
        title,
        snapshot.recipe().data().source(),
        snapshot.step(),
        snapshot.averaged(),
        RecipeJson.write(snapshot.recipe()));
  }

  /**
   * Writes a TorchScript file: network and weights, which libtorch and Python's {@code
   * torch.jit.load} run without this program.
   *
   * @param title of the run
   * @param progress told how far it is; may be cancelled
   * @throws StudioException if it cannot be written; what was there before stays
   */
  public static void writeTorchScript(
      Snapshot snapshot, Path file, String title, Progress progress) {
    requireOwn(snapshot);
    progress.report("Writing down the generator", 0);
    float[] mean = snapshot.hasMapping() ? snapshot.meanW() : new float[0];
    Map<String, String> extra = Map.of(GeneratorFacts.NAME, facts(snapshot, title).written());
    write(
        file,
        out ->
            snapshot.withGenerator(
                generator -> {
                  written(generator, snapshot, mean, extra, out, progress);
                  return true;
                }));
  }

  private static void written(
      Generator generator,
      Snapshot snapshot,
      float[] mean,
      Map<String, String> extra,
      OutputStream out,
      Progress progress) {
    try {
      GeneratorScript.of(generator, snapshot.resolution(), mean).write(out, extra, progress);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes the weights alone as safetensors, with what they are as metadata.
   *
   * @param title of the run
   * @param progress told how far it is; may be cancelled before the file is written
   * @throws StudioException if it cannot be written; what was there before stays
   */
  public static void writeSafetensors(
      Snapshot snapshot, Path file, String title, Progress progress) {
    requireOwn(snapshot);
    progress.report("Writing the weights", 0);
    GeneratorFacts facts = facts(snapshot, title);
    Map<String, HostTensor> tensors =
        snapshot.withGenerator(
            generator -> {
              Map<String, HostTensor> all = new LinkedHashMap<>();
              NetworkTensors.save("", generator.network().state(), all);
              return all;
            });
    progress.checkCancelled();
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("format", FORMAT);
    metadata.put("generator", facts.written());
    write(file, out -> Safetensors.write(Channels.newChannel(out), tensors, metadata));
  }

  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private static void write(Path file, Content content) {
    try {
      AtomicFile.ON_DISK.write(
          file.toAbsolutePath(),
          channel -> {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            content.writeTo(out);
            out.flush();
          });
    } catch (IOException e) {
      throw unwritable(file, e);
    } catch (UncheckedIOException e) {
      throw unwritable(file, e.getCause());
    }
  }

  private static StudioException unwritable(Path file, IOException e) {
    return new StudioException(
        English.of(
            "%s cannot be written (%s). Choose another place, or make room there.",
            file, DiskErrors.reason(e)),
        e);
  }

  private static void requireOwn(Snapshot snapshot) {
    if (snapshot.recipe().generator().architecture() == Architecture.IMPORTED) {
      throw new StudioException(
          "This generator was imported: its file lies in the run folder as it came, and there is nothing else to write.");
    }
  }
}
