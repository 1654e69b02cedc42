package studio.saddlepoint.metrics.metric;

/** A metric with its names: what every metric has, in one place. */
abstract class NamedMetric implements Metric {
  private final String key;
  private final String label;
  private final String commandName;
  private final int place;
  private final String meaning;

  /**
   * A metric.
   *
   * @param key its name in files
   * @param label its name for a person
   * @param commandName its name on the command line
   * @param place where its values stand among those of others, from the lowest
   * @param meaning what it tells, in one sentence
   */
  NamedMetric(String key, String label, String commandName, int place, String meaning) {
    this.key = key;
    this.label = label;
    this.commandName = commandName;
    this.place = place;
    this.meaning = meaning;
  }

  @Override
  public final String key() {
    return key;
  }

  @Override
  public final String label() {
    return label;
  }

  @Override
  public final String commandName() {
    return commandName;
  }

  @Override
  public final int place() {
    return place;
  }

  @Override
  public final String meaning() {
    return meaning;
  }

  @Override
  public final String toString() {
    return name();
  }
}
