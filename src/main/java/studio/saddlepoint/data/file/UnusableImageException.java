package studio.saddlepoint.data.file;

/** A person's reason why a file cannot be used as an image. */
public final class UnusableImageException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean mayPass;

  /** A file that is refused for what it holds. */
  public UnusableImageException(String reason) {
    this(reason, false);
  }

  private UnusableImageException(String reason, boolean mayPass) {
    super(reason);
    this.mayPass = mayPass;
  }

  /** A file that cannot be read now, but may be another time. */
  public static UnusableImageException now(String reason) {
    return new UnusableImageException(reason, true);
  }

  /** Whether the reason is not what the file holds, so that it may pass. */
  public boolean mayPass() {
    return mayPass;
  }
}
