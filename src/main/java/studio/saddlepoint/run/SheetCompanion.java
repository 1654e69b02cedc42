package studio.saddlepoint.run;

/** A picture that is kept beside a sample sheet, where a training has one to show. */
public enum SheetCompanion {
  /** Real pictures and what an autoencoder makes of them. */
  RECONSTRUCTIONS("reconstructions"),

  /** The samples of the same codes by the raw weights, where the sheet's are averaged. */
  RAW("raw");

  private final String word;

  SheetCompanion(String word) {
    this.word = word;
  }

  /**
   * The file of the picture beside a sheet, such as {@code samples/step-0000001500-raw.png}.
   *
   * @param sheet the sheet's own file
   */
  String file(String sheet) {
    return sheet.replaceFirst("(\\.png)?$", "-" + word + ".png");
  }
}
