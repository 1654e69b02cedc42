package studio.saddlepoint.run.file;

/** Names of the files and folders of a run folder that several classes read. */
public final class RunFiles {
  /** What the run was started with. */
  public static final String RECIPE = "recipe.json";

  /** The folder of sample sheets. */
  public static final String SAMPLES = "samples";

  /** The folder of pictures of what was found. */
  public static final String FINDINGS = "findings";

  /** The folder of checkpoints. */
  public static final String CHECKPOINTS = "checkpoints";

  private RunFiles() {}
}
