package studio.saddlepoint.recipe.parameter;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as recipes write them. */
final class Numbers {
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private Numbers() {}

  /** The shortest text that is read as the same number, such as {@code 0.001} or {@code 2e-4}. */
  static String text(double value) {
    if (!Double.isFinite(value) || value == 0) {
      return value == 0 ? "0" : Double.toString(value);
    }
    double magnitude = Math.abs(value);
    if (magnitude >= 1e-3 && magnitude < 1e7) {
      return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
    return Double.toString(value).replace(".0E", "E").toLowerCase(Locale.ROOT);
  }

  /** A share such as {@code 50%}, which is read as the same share. */
  static String percent(double share) {
    return new BigDecimal(Double.toString(share))
            .multiply(HUNDRED)
            .stripTrailingZeros()
            .toPlainString()
        + "%";
  }

  /**
   * Reads a number.
   *
   * @throws NumberFormatException if it is none
   */
  static double number(String text) {
    return new BigDecimal(text.strip()).doubleValue();
  }

  /**
   * Reads a share such as {@code 50%}.
   *
   * @throws NumberFormatException if it is none
   */
  static double share(String text) {
    String percent = text.strip();
    return new BigDecimal(percent.substring(0, percent.length() - 1).strip())
        .divide(HUNDRED)
        .doubleValue();
  }
}
