package studio.saddlepoint.latent;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import studio.saddlepoint.data.DataMatch;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.Fingerprint;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.model.LatentSpace;
import studio.saddlepoint.run.LearntData;
import studio.saddlepoint.run.checkpoint.Checkpoint;

/**
 * All that is known of the data set that networks were trained on.
 *
 * @param classNames the classes by the numbers that conditional networks know; empty otherwise
 * @param clustered whether those are clusters, and none of the data's own classes
 * @param channels of the images, 1 for grey or 3 for colour; empty where it is not known
 * @param kept what the run keeps; runs of earlier versions keep nothing
 */
public record TrainedOn(
    List<String> classNames, boolean clustered, OptionalInt channels, Optional<LearntData> kept) {
  private static final String CHANNELS = "channels";
  private static final String CLASSES = "classNames";

  /** What a checkpoint's state must tell, so that it is known again: see {@link #of}. */
  public static Map<String, String> describe(LatentSpace latent, ImageShape shape) {
    JsonArray names = new JsonArray();
    latent.classNames().forEach(names::add);
    return Map.of(CHANNELS, Integer.toString(shape.channels()), CLASSES, names.toString());
  }

  /**
   * What a checkpoint and its run know.
   *
   * @param kept what the run keeps, if anything
   */
  public static TrainedOn of(Checkpoint checkpoint, Optional<LearntData> kept) {
    Map<String, String> state = checkpoint.state();
    List<String> names = new ArrayList<>();
    JsonParser.parseString(state.getOrDefault(CLASSES, "[]"))
        .getAsJsonArray()
        .forEach(each -> names.add(each.getAsString()));
    return new TrainedOn(
        List.copyOf(names),
        checkpoint.recipe().method().clustered(),
        state.containsKey(CHANNELS)
            ? OptionalInt.of(Integer.parseInt(state.get(CHANNELS)))
            : OptionalInt.empty(),
        kept);
  }

  /**
   * The data set of now, held against what it was.
   *
   * @param now the split to learn from
   */
  public DataMatch match(DataSet now) {
    Fingerprint before =
        kept.map(LearntData::data)
            .orElseGet(() -> Fingerprint.of(now))
            .withChannels(channels.orElse(now.shape().channels()));
    return new DataMatch(
        classNames.isEmpty() || clustered ? before : before.withClassNames(classNames),
        kept.map(LearntData::when).orElse(LearntData.BEGINNING),
        now);
  }
}
