package studio.saddlepoint.train.diagnosis;

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
}
