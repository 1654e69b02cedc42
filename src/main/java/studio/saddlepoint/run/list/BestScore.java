package studio.saddlepoint.run.list;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The score of a run's best checkpoint, as its small note tells: nothing else of the run is read.
 *
 * @param step of the checkpoint
 * @param score lower is better
 * @param how how it was measured, in a sentence
 */
public record BestScore(long step, double score, String how) {
  /** The note in a run folder; {@code run.checkpoint} writes it. */
  static final String NOTE = "best.json";

  /**
   * Of a run.
   *
   * @param folder the run folder
   * @return empty where nothing was measured, or the note is damaged
   */
  public static Optional<BestScore> of(Path folder) {
    try {
      JsonObject note =
          JsonParser.parseString(Files.readString(folder.resolve(NOTE))).getAsJsonObject();
      double score = Double.parseDouble(note.get("score").getAsString());
      return Double.isFinite(score)
          ? Optional.of(
              new BestScore(note.get("step").getAsLong(), score, note.get("how").getAsString()))
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // a list can do without
    }
  }
}
