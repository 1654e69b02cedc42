package studio.saddlepoint.core;

/** The version of this program, as its jar has it. */
public final class ProgramVersion {
  private ProgramVersion() {}

  /** Such as {@code 1.2.0}; {@code (unpackaged)} where there is no jar. */
  public static String words() {
    String version = ProgramVersion.class.getPackage().getImplementationVersion();
    return version == null ? "(unpackaged)" : version;
  }
}
