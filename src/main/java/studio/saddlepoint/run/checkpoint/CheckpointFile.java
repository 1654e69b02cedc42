package studio.saddlepoint.run.checkpoint;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.RecipeJson;
import studio.saddlepoint.run.file.UnreadableFile;

/**
 * A checkpoint as a safetensors file: the tensors under their own names, everything else as
 * metadata, with a checksum over all of it.
 */
public final class CheckpointFile {
  private static final String STATE = "state.";
  private static final String FORMAT = "saddlepoint-checkpoint-";
  private static final String VERSION = "2";

  /** The format that counts batches, which all had the recipe's size. */
  private static final String COUNTS_BATCHES = "1";

  private static final String ANOTHER = "Use another checkpoint.";
  private static final String OTHER_VERSION = "Use the version that wrote it.";
  private static final String CHECKSUM = "crc32c";

  private CheckpointFile() {}

  /**
   * What a checkpoint says of itself at its beginning.
   *
   * @param step steps done
   * @param imagesSeen real pictures drawn, repeats included
   * @param recipe with the values as they were then
   */
  public record Head(long step, long imagesSeen, Recipe recipe) {}

  /** The metadata of a checkpoint. */
  public static Map<String, String> metadata(Checkpoint checkpoint) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("format", FORMAT + VERSION);
    metadata.put("step", Long.toString(checkpoint.step()));
    metadata.put("imagesSeen", Long.toString(checkpoint.imagesSeen()));
    metadata.put("recipe", RecipeJson.write(checkpoint.recipe()));
    checkpoint.state().forEach((key, value) -> metadata.put(STATE + key, value));
    metadata.put(CHECKSUM, checksum(checkpoint.tensors(), metadata));
    return metadata;
  }

  /**
   * Reads a checkpoint.
   *
   * @throws StudioException if it is not a whole checkpoint; names the file
   */
  public static Checkpoint read(Path file) {
    Safetensors.Loaded loaded = Safetensors.read(file);
    Map<String, String> metadata = new LinkedHashMap<>(loaded.metadata());
    String checksum = metadata.remove(CHECKSUM);
    if (checksum == null || !metadata.containsKey("recipe")) {
      throw noCheckpoint(file);
    }
    String format = metadata.getOrDefault("format", "");
    if (format.matches(FORMAT + "\\d+")
        && !format.equals(FORMAT + VERSION)
        && !format.equals(FORMAT + COUNTS_BATCHES)) {
      throw new UnreadableFile(
          file, "is of another version of Saddlepoint: its format is " + format, OTHER_VERSION);
    }
    if (!checksum.equals(checksum(loaded.tensors(), metadata))) {
      throw new UnreadableFile(
          file, "is damaged: its checksum does not agree with its content", ANOTHER);
    }
    Map<String, String> state = new LinkedHashMap<>();
    metadata.forEach(
        (key, value) -> {
          if (key.startsWith(STATE)) {
            state.put(key.substring(STATE.length()), value);
          }
        });
    Head head = head(file, metadata);
    return new Checkpoint(head.step(), head.imagesSeen(), head.recipe(), loaded.tensors(), state);
  }

  private static long imagesSeen(Path file, Map<String, String> metadata, Recipe recipe) {
    return metadata.getOrDefault("format", "").equals(FORMAT + VERSION)
        ? number(file, metadata, "imagesSeen")
        : number(file, metadata, "batchIndex") * recipe.training().batchSize();
  }

  /**
   * Reads what a checkpoint says of itself. Only the file's beginning is looked at, so weights may
   * be damaged.
   *
   * @throws StudioException if it says no such; names the file
   */
  public static Head head(Path file) {
    return head(file, Safetensors.metadata(file));
  }

  private static Head head(Path file, Map<String, String> metadata) {
    String json = metadata.get("recipe");
    if (json == null) {
      throw noCheckpoint(file);
    }
    Recipe recipe = recipe(file, json);
    return new Head(number(file, metadata, "step"), imagesSeen(file, metadata, recipe), recipe);
  }

  private static Recipe recipe(Path file, String json) {
    try {
      return RecipeJson.read(json, "recipe");
    } catch (StudioException e) {
      throw new UnreadableFile(
          file,
          "is of another version of Saddlepoint, whose recipe this one does not know ("
              + e.getMessage()
              + ")",
          OTHER_VERSION,
          e);
    }
  }

  private static StudioException noCheckpoint(Path file) {
    return new UnreadableFile(
        file, "holds weights but is not a checkpoint of a run", "Choose another file.");
  }

  private static long number(Path file, Map<String, String> metadata, String key) {
    try {
      return Long.parseLong(metadata.getOrDefault(key, ""));
    } catch (NumberFormatException e) {
      throw new UnreadableFile(file, "has no " + key + " in its metadata", ANOTHER, e);
    }
  }

  /** The sum over the tensors and the metadata, in hexadecimal digits. */
  public static String checksum(Map<String, HostTensor> tensors, Map<String, String> metadata) {
    CRC32C sum = new CRC32C();
    new TreeMap<>(tensors)
        .forEach(
            (name, tensor) -> {
              add(sum, name + tensor);
              sum.update(tensor.data());
            });
    new TreeMap<>(metadata).forEach((key, value) -> add(sum, key + "=" + value));
    return Long.toHexString(sum.getValue());
  }

  private static void add(CRC32C sum, String text) {
    sum.update(text.getBytes(StandardCharsets.UTF_8));
  }
}
