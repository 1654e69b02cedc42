package studio.saddlepoint.metrics.metric;

/** The groups of metrics for which an extractor is chosen together. */
public enum MetricGroup {
  /** Distances between distributions of features. */
  DISTANCES("Distances", "FID, KID and others that compare all features at once"),
  /** What single images' nearest others tell. */
  NEIGHBOURS("Neighbours", "Precision, recall and others that look at nearest pictures"),
  /** What the classes seen in images tell. */
  CLASSES("Classes", "The inception score and the class histogram"),
  /** What paths through the latent space tell. */
  PATHS("Path lengths", "How much pictures change on ways through the latent space");

  private final String label;
  private final String meaning;

  MetricGroup(String label, String meaning) {
    this.label = label;
    this.meaning = meaning;
  }

  /** Its name for a person. */
  public String label() {
    return label;
  }

  /** What is in it, in a sentence without its full stop. */
  public String meaning() {
    return meaning;
  }
}
