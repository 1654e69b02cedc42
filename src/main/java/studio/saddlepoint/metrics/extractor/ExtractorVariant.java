package studio.saddlepoint.metrics.extractor;

/**
 * One of several ways in which an extractor can look at images.
 *
 * @param key its name in files: {@code clean}
 * @param commandName the extractor's name on the command line, so set: {@code inception-clean}
 * @param label its name for a person: {@code Clean}
 * @param meaning what it is, in a sentence
 * @param note what the command line's help adds to the name; may be empty
 */
public record ExtractorVariant(
    String key, String commandName, String label, String meaning, String note) {
  /** The setting that chooses it. */
  public ExtractorSetting setting() {
    return new ExtractorSetting.Variant(key);
  }
}
