package studio.saddlepoint.run.branch;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.run.checkpoint.CheckpointStore;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;
import studio.saddlepoint.run.event.EventJson;
import studio.saddlepoint.run.event.ScoreCard;
import studio.saddlepoint.run.file.HiddenFolder;
import studio.saddlepoint.run.file.LineFile;
import studio.saddlepoint.run.file.RunFiles;

/**
 * The files of a run's past that a branch of it takes over: sheets, pictures of findings, scores,
 * what is known of the data, and the best checkpoint, as far as they are of steps up to the
 * branch's. What is deleted meanwhile is left out.
 */
final class PastFiles {
  private static final Pattern PICTURE = Pattern.compile("step-(\\d{1,18})(-[a-z-]+)?\\.png");
  private static final String FINDINGS = "findings";
  private static final String SCORES = "scores.jsonl";
  private static final String EVALUATIONS = "evaluations";
  private static final String BEST = "best.json";
  private static final String DATA = "data.json";

  private final Path from;
  private final Path to;
  private final long step;
  private final Progress progress;

  PastFiles(Path from, Path to, long step, Progress progress) {
    this.from = from;
    this.to = to;
    this.step = step;
    this.progress = progress;
  }

  /**
   * Copies them.
   *
   * @param sameCodes whether the pictures of the branch will show the same codes
   * @param sameData whether it learns from the same data, so that scores can be compared
   */
  void copy(boolean sameCodes, boolean sameData) throws IOException {
    if (sameCodes) {
      copyPictures(RunFiles.SAMPLES);
    }
    copyPictures(FINDINGS);
    if (sameData) {
      copyIfThere(DATA);
      copyScores();
      copyBest();
    }
  }

  private void copyPictures(String folder) throws IOException {
    try (DirectoryStream<Path> pictures = Files.newDirectoryStream(from.resolve(folder))) {
      for (Path picture : pictures) {
        Matcher name = PICTURE.matcher(String.valueOf(picture.getFileName()));
        if (name.matches() && Long.parseLong(name.group(1)) <= step) {
          progress.checkCancelled();
          progress.report("Copying pictures", Double.NaN);
          Files.createDirectories(to.resolve(folder));
          copyIfThere(folder + "/" + picture.getFileName());
        }
      }
    } catch (NoSuchFileException e) {
      return; // it has none
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private void copyScores() throws IOException {
    LineFile copy = new LineFile(to, SCORES);
    for (String line : new LineFile(from, SCORES).from(0).lines()) {
      Optional<ScoreCard> card = EventJson.score(line).filter(each -> each.step() <= step);
      if (card.isPresent()) {
        copy.append(line);
        String name = EVALUATIONS + "/" + card.get().time().toEpochMilli();
        for (String ending : List.of(".json", ".png")) {
          if (Files.exists(from.resolve(name + ending))) {
            Files.createDirectories(to.resolve(EVALUATIONS));
            copyIfThere(name + ending);
          }
        }
      }
    }
  }

  /** Which is the one that the branch's own scores have to beat. */
  private void copyBest() throws IOException {
    Optional<SavedCheckpoint> best =
        new CheckpointStore(from, AtomicFile.ON_DISK).best().filter(each -> each.step() <= step);
    if (best.isPresent() && Files.exists(from.resolve(BEST))) {
      String name = String.valueOf(best.get().file().getFileName());
      if (Files.readString(from.resolve(BEST)).contains('"' + name + '"')) {
        copyIfThere(RunFiles.CHECKPOINTS + "/" + name);
        copyIfThere(BEST);
      }
    }
  }

  private void copyIfThere(String name) throws IOException {
    Path target = to.resolve(name);
    try {
      Files.copy(from.resolve(name), target);
    } catch (NoSuchFileException e) {
      if (Files.exists(from.resolve(name))) {
        throw e;
      }
      return; // deleted just now
    }
    HiddenFolder.flush(target);
  }
}
