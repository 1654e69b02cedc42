package studio.saddlepoint.train.diagnosis;

import java.util.Arrays;
import studio.saddlepoint.run.event.Event;

/** How much a finding matters. */
public enum Severity {
  /** Good to know; nothing is wrong. */
  INFO("info"),

  /** Something goes wrong, and the training goes on. */
  WARNING("warning"),

  /** The training cannot go on like this. */
  ERROR("error");

  private final String id;

  Severity(String id) {
    this.id = id;
  }

  /** As events have it. */
  public String id() {
    return id;
  }

  /** How grave what an event tells is: 0 for what is worth knowing; that of another version too. */
  public static int grade(Event.Found found) {
    return Arrays.stream(values())
        .filter(each -> each.id.equals(found.severity()))
        .mapToInt(Severity::ordinal)
        .findFirst()
        .orElse(0);
  }
}
