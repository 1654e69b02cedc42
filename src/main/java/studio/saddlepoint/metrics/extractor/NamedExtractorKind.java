package studio.saddlepoint.metrics.extractor;

/** A kind of extractor with its names: what every kind has, in one place. */
abstract class NamedExtractorKind implements ExtractorKind {
  private final String key;
  private final String commandName;
  private final String label;
  private final String meaning;

  /**
   * A kind.
   *
   * @param key its name in files
   * @param commandName its name on the command line
   * @param label its name for a person
   * @param meaning what it is good for, in a sentence or two
   */
  NamedExtractorKind(String key, String commandName, String label, String meaning) {
    this.key = key;
    this.commandName = commandName;
    this.label = label;
    this.meaning = meaning;
  }

  @Override
  public final String key() {
    return key;
  }

  @Override
  public final String commandName() {
    return commandName;
  }

  @Override
  public final String label() {
    return label;
  }

  @Override
  public final String meaning() {
    return meaning;
  }

  @Override
  public final String toString() {
    return label;
  }
}
