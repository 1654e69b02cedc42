package studio.saddlepoint.cli;

import java.util.List;

/** The class that {@code --class} asks a conditional generator for. */
final class ClassChoice {
  private ClassChoice() {}

  /**
   * The number of a class.
   *
   * @param wanted its name, or its number
   * @param names of the generator's classes
   */
  static int label(String wanted, List<String> names) {
    if (names.isEmpty()) {
      throw new BadUse(
          "--class "
              + wanted
              + ": this generator is not told the class. Train one with method.conditional=true.");
    }
    int label = names.indexOf(wanted);
    if (label < 0 && wanted.matches("\\d{1,6}")) {
      label = Integer.parseInt(wanted);
    }
    if (label < 0 || label >= names.size()) {
      throw new BadUse(
          "There is no class \"" + wanted + "\". There are: " + String.join(", ", names) + ".");
    }
    return label;
  }
}
