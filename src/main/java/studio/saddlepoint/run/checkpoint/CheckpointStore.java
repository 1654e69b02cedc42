package studio.saddlepoint.run.checkpoint;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.file.RunDiskErrors;
import studio.saddlepoint.run.file.RunFiles;

/**
 * The checkpoints of a run: {@code step-} files, thinned out by {@link Retention}, {@code kept-}
 * ones that a person asked for, and one {@code best-} that {@code best.json} names.
 */
public final class CheckpointStore {
  private static final Pattern NAME = Pattern.compile("(step|kept|best)-(\\d+)\\.safetensors");
  private static final String SAFE = "The last good checkpoint stays.";

  private final Path run;
  private final Path folder;
  private final AtomicFile disk;

  /** The checkpoints of a run folder, written by what reaches the disk. */
  public CheckpointStore(Path run, AtomicFile disk) {
    this.run = run;
    this.folder = run.resolve(RunFiles.CHECKPOINTS);
    this.disk = disk;
  }

  /**
   * Saves a checkpoint, then thins out those up to its step. One of a later step is not the
   * training's own, which has not come so far: it stays.
   */
  public synchronized Path save(Checkpoint checkpoint) {
    Path file = write(checkpoint, "step");
    List<SavedCheckpoint> earlier =
        all().stream()
            .filter(each -> named(each, "step") && each.step() <= checkpoint.step())
            .toList();
    Set<Long> staying = Retention.staying(earlier.stream().map(SavedCheckpoint::step).toList());
    earlier.stream()
        .filter(each -> !staying.contains(each.step()))
        .forEach(each -> AtomicFile.deleteQuietly(each.file()));
    return file;
  }

  /** Saves the best checkpoint so far, then deletes the one before. */
  public synchronized Path saveBest(Checkpoint checkpoint, double score, String protocol) {
    Path file = write(checkpoint, "best");
    JsonObject note = new JsonObject();
    note.addProperty("file", file.getFileName().toString());
    note.addProperty("step", checkpoint.step());
    note.addProperty("score", Double.toString(score));
    note.addProperty("how", protocol);
    Path best = run.resolve("best.json");
    try {
      disk.write(best, note + "\n");
    } catch (IOException e) {
      throw RunDiskErrors.writing(run, best, SAFE, e);
    }
    for (SavedCheckpoint each : all()) {
      if (named(each, "best") && !each.file().equals(file)) {
        AtomicFile.deleteQuietly(each.file());
      }
    }
    return file;
  }

  /** All checkpoints by step; of the same step, the best one last. */
  public List<SavedCheckpoint> all() {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
      found.forEach(files::add);
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw RunDiskErrors.reading(folder, e);
    } catch (DirectoryIteratorException e) {
      throw RunDiskErrors.reading(folder, e.getCause());
    }
    List<SavedCheckpoint> saved = new ArrayList<>();
    for (Path file : files) {
      Matcher name = NAME.matcher(file.getFileName().toString());
      if (name.matches() && name.group(2).length() <= 18) {
        boolean best = name.group(1).equals("best");
        saved.add(new SavedCheckpoint(file, Long.parseLong(name.group(2)), best));
      }
    }
    saved.sort(
        Comparator.comparingLong(SavedCheckpoint::step)
            .thenComparing(SavedCheckpoint::best)
            .thenComparing(SavedCheckpoint::file));
    return List.copyOf(saved);
  }

  /** The one with the best score. */
  public Optional<SavedCheckpoint> best() {
    List<SavedCheckpoint> candidates = all().stream().filter(SavedCheckpoint::best).toList();
    Optional<String> noted = notedBest();
    return candidates.stream()
        .filter(each -> noted.equals(Optional.of(each.file().getFileName().toString())))
        .findFirst()
        .or(() -> candidates.stream().reduce((earlier, later) -> later));
  }

  /** Renames a checkpoint, or copies the best one, so that it is never deleted to make room. */
  public synchronized SavedCheckpoint keep(SavedCheckpoint checkpoint) {
    if (checkpoint.kept()) {
      return checkpoint;
    }
    return checkpoint.best() ? copied(checkpoint) : renamed(checkpoint, "kept");
  }

  /** Undoes {@link #keep}: from now on the checkpoint may be deleted to make room. */
  public synchronized SavedCheckpoint release(SavedCheckpoint checkpoint) {
    return checkpoint.kept() ? renamed(checkpoint, "step") : checkpoint;
  }

  private SavedCheckpoint renamed(SavedCheckpoint checkpoint, String kind) {
    Path target = folder.resolve(name(kind, checkpoint.step()));
    try {
      Files.move(checkpoint.file(), target, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      throw gone(checkpoint, e);
    } catch (IOException e) {
      throw RunDiskErrors.writing(run, target, SAFE, e);
    }
    return new SavedCheckpoint(target, checkpoint.step(), false);
  }

  private SavedCheckpoint copied(SavedCheckpoint checkpoint) {
    Path target = folder.resolve(name("kept", checkpoint.step()));
    try {
      disk.write(
          target, channel -> Files.copy(checkpoint.file(), Channels.newOutputStream(channel)));
    } catch (NoSuchFileException e) {
      throw gone(checkpoint, e);
    } catch (IOException e) {
      throw RunDiskErrors.writing(run, target, SAFE, e);
    }
    return new SavedCheckpoint(target, checkpoint.step(), false);
  }

  private static StudioException gone(SavedCheckpoint checkpoint, IOException cause) {
    return new StudioException(
        "The checkpoint "
            + checkpoint.file()
            + " is not there any more: it made room for newer ones, or was deleted."
            + " Choose another one.",
        cause);
  }

  private Path write(Checkpoint checkpoint, String kind) {
    Path file = folder.resolve(name(kind, checkpoint.step()));
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectory(folder);
      }
      disk.write(
          file,
          channel ->
              Safetensors.write(
                  channel, checkpoint.tensors(), CheckpointFile.metadata(checkpoint)));
      return file;
    } catch (IOException e) {
      throw RunDiskErrors.writing(run, file, hasSome() ? SAFE : "", e);
    }
  }

  private boolean hasSome() {
    try {
      return !all().isEmpty();
    } catch (StudioException e) {
      return false; // who cannot look must not promise
    }
  }

  /** The score of the best one; empty where none is noted. */
  public OptionalDouble bestScore() {
    Optional<String> score = note("score");
    try {
      return score.isPresent() && best().isPresent()
          ? OptionalDouble.of(Double.parseDouble(score.get()))
          : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      // A damaged note costs the comparison with the best one, not the training.
      return OptionalDouble.empty();
    }
  }

  private Optional<String> notedBest() {
    return note("file");
  }

  private Optional<String> note(String key) {
    try {
      JsonObject note =
          JsonParser.parseString(Files.readString(run.resolve("best.json"))).getAsJsonObject();
      return Optional.of(note.get(key).getAsString());
    } catch (IOException | RuntimeException e) {
      // Without its note the best checkpoint is the newest of that name.
      return Optional.empty();
    }
  }

  private static boolean named(SavedCheckpoint checkpoint, String kind) {
    return checkpoint.file().getFileName().toString().startsWith(kind + "-");
  }

  private static String name(String kind, long step) {
    return String.format(Locale.ROOT, "%s-%010d.safetensors", kind, step);
  }
}
