package studio.saddlepoint.run.event;

import java.util.Locale;
import java.util.stream.Stream;

/** Who changed a hyper-parameter of a run. */
public enum Author {
  /** A person in the window; also of lines of earlier versions, which do not tell. */
  PERSON,
  /** The command line. */
  COMMAND,
  /** The doctor, by a remedy that was accepted. */
  DOCTOR,
  /** A schedule of the recipe: its values are in the numbers of the steps, not told as changes. */
  SCHEDULE,
  /** The program itself, such as where it takes back what a lost checkpoint does not know. */
  PROGRAM;

  /** How the log writes it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The author of an id; one that only a later version knows is taken for the program. */
  static Author of(String id) {
    return Stream.of(values()).filter(each -> each.id().equals(id)).findFirst().orElse(PROGRAM);
  }
}
