package studio.saddlepoint.app;

/** The lessons, in the order in which the first page offers them; each has a page of its own. */
public enum Lesson {
  /** A game against a bound of the likelihood. */
  VAE_BESIDE_GAN("vae-beside-gan"),
  /** What the inception score does not see. */
  ONE_PICTURE_A_CLASS("one-picture-a-class"),
  /** Why FIDs of different numbers of pictures say nothing of each other. */
  FID_OVER_SAMPLES("fid-over-samples");

  private final String id;

  Lesson(String id) {
    this.id = id;
  }

  /** Its name in texts: {@code lesson.ID.title}, and in what leads to it. */
  public String id() {
    return id;
  }

  /** The page that it is on. */
  public String page() {
    return "lesson-" + id;
  }

  /** What it is called, for a person. */
  public String title() {
    return text("title");
  }

  /** One of its texts: {@code lesson.ID.WHAT}. */
  public String text(String what) {
    return Messages.text("lesson." + id + "." + what);
  }
}
