package studio.saddlepoint.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import studio.saddlepoint.app.undo.Edit;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.parameter.HyperParameter;
import studio.saddlepoint.run.event.Author;
import studio.saddlepoint.run.event.Remedy;

/** Remedies of the doctor as a person applies them. For the FX thread. */
public final class Remedies {
  private Remedies() {}

  /** Whether a remedy can be applied while a training runs. */
  public static boolean live(Remedy remedy) {
    return !remedy.changes().isEmpty()
        && remedy.changes().keySet().stream()
            .allMatch(key -> HyperParameters.find(key).map(HyperParameter::live).orElse(false));
  }

  /** Whether a run has the settings of a remedy already, such as after it was applied. */
  public static boolean inUse(Remedy remedy, OpenRun run) {
    try {
      return !remedy.changes().isEmpty()
          && run.recipe().with(remedy.changes()).equals(run.recipe());
    } catch (StudioException e) {
      return false; // its values do not go with those of the run
    }
  }

  /** The changes of a remedy, such as {@code Learning rate (D): 5e-5}. */
  public static String changes(Remedy remedy) {
    return words(remedy.changes());
  }

  private static String words(Map<String, String> changes) {
    return changes.entrySet().stream()
        .map(
            each ->
                HyperParameters.find(each.getKey())
                    .map(known -> ParameterNames.of(known) + " = " + value(known, each.getValue()))
                    .orElse(each.getKey() + " = " + each.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** As the form writes it. */
  private static String value(HyperParameter parameter, String value) {
    try {
      return ParameterNames.value(parameter.key(), parameter.format(parameter.parse(value)));
    } catch (StudioException e) {
      return value; // of another version
    }
  }

  /**
   * Applies a remedy to a training from the next step on, as the doctor's; it can be taken back.
   *
   * @return whether the training took it; where it did not, the person is told why
   */
  public static boolean apply(StudioModel model, OpenRun run, Remedy remedy) {
    Map<String, String> before = new LinkedHashMap<>();
    try {
      for (String key : remedy.changes().keySet()) {
        HyperParameter parameter = HyperParameters.of(key);
        before.put(key, parameter.format(parameter.get(run.recipe())));
      }
      remedy.changes().forEach((key, value) -> run.change(key, value, Author.DOCTOR));
    } catch (StudioException e) {
      model.tell(Notice.problem(e));
      return false;
    }
    model.undo().add(new Application(model, run, before, remedy.changes()));
    model.tell(Notice.success(Messages.text("findings.applied", changes(remedy))));
    return true;
  }

  /** Another run is looked at: what was applied to the one before cannot be taken back unseen. */
  static void forget(StudioModel model) {
    model.undo().forget(Application.class::isInstance);
  }

  /** A remedy that was applied. Taken back, it is the person's own change. */
  private record Application(
      StudioModel model, OpenRun run, Map<String, String> before, Map<String, String> after)
      implements Edit {
    @Override
    public String title() {
      return Messages.text("undo.remedy", words(after));
    }

    @Override
    public String page() {
      return "train";
    }

    @Override
    public void undo() {
      set(before, Author.PERSON);
    }

    @Override
    public void redo() {
      set(after, Author.DOCTOR);
    }

    private void set(Map<String, String> values, Author author) {
      if (!run.active()) {
        model.tell(Notice.info(Messages.text("undo.remedy.ended", run.title())));
        return;
      }
      try {
        values.forEach((key, value) -> run.change(key, value, author));
      } catch (StudioException e) {
        model.tell(Notice.problem(e));
      }
    }
  }
}
