package studio.saddlepoint.recipe;

/** The device that a person prefers for new runs. */
public final class PreferredDevice {
  private static final String KEY = "training.device";
  private static final String AUTOMATIC = "auto";

  private PreferredDevice() {}

  /**
   * A recipe on the preferred device, where it leaves the choice to the program.
   *
   * @param recipe whose {@code training.device} is {@code auto}, else it stays as it is
   * @param device {@code auto}, {@code cpu}, {@code gpu0}, ...
   */
  public static Recipe of(Recipe recipe, String device) {
    return recipe.training().device().equals(AUTOMATIC) && !device.equals(AUTOMATIC)
        ? recipe.with(KEY, device)
        : recipe;
  }

  /** The key of the hyper-parameter. */
  public static String key() {
    return KEY;
  }
}
