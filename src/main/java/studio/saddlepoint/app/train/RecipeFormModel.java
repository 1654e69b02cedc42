package studio.saddlepoint.app.train;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.ParameterNames;
import studio.saddlepoint.app.undo.UndoStack;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.model.FrozenLayers;
import studio.saddlepoint.model.NetworkFit;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.OtherData;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.RecipeCheck;
import studio.saddlepoint.recipe.StepCounts;
import studio.saddlepoint.recipe.StylePreset;
import studio.saddlepoint.recipe.method.MethodKind;
import studio.saddlepoint.recipe.parameter.HyperParameter;
import studio.saddlepoint.run.StartingPoint;
import studio.saddlepoint.run.branch.BranchPoint;

/**
 * The recipe form without its controls. It shows the recipe in effect; what is typed is checked at
 * once. While a training takes live changes, live hyper-parameters go to it; everything else is
 * kept as an edit, for a new run.
 */
final class RecipeFormModel {
  private static final String SOURCE = "data.source";

  private final UndoStack undo;
  private final List<Field> fields =
      HyperParameters.all().stream().map(each -> new Field(each, this)).toList();
  private final Field kind = field("method.kind");
  private final ReadOnlyIntegerWrapper edits = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper problems = new ReadOnlyIntegerWrapper();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper warning = new ReadOnlyStringWrapper("");
  private Recipe base = Recipe.defaults();
  private BiConsumer<String, Object> live = (key, value) -> {};
  private Consumer<Field> restored = field -> {};
  private LongSupplier seen = () -> 0;
  private boolean takesLiveChanges;
  private Optional<StartingPoint> start = Optional.empty();
  private Optional<BranchPoint> branch = Optional.empty();
  private boolean fineTuned;

  /**
   * A form of a recipe with defaults.
   *
   * @param undo where what is done here is kept, to be taken back
   */
  RecipeFormModel(UndoStack undo) {
    this.undo = undo;
  }

  /** All fields, in the recipe's order. */
  List<Field> fields() {
    return fields;
  }

  /** The field of a hyper-parameter. */
  Field field(String key) {
    return fields.stream()
        .filter(each -> each.parameter().key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  /** The method that is chosen. */
  MethodKind method() {
    String chosen = kind.textProperty().get();
    return Stream.of(MethodKind.values())
        .filter(kind -> kind.id().equals(chosen))
        .findFirst()
        .orElse(base.method().kind());
  }

  /** The recipe in effect. */
  Recipe base() {
    return base;
  }

  /** How many fields differ from the recipe in effect. */
  ReadOnlyIntegerProperty editsProperty() {
    return edits.getReadOnlyProperty();
  }

  /** How many fields hold something that is not allowed. */
  ReadOnlyIntegerProperty problemsProperty() {
    return problems.getReadOnlyProperty();
  }

  /** Why the edits do not go together; empty where they do. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What in the recipe as edited was probably not meant, a line each; often empty. */
  ReadOnlyStringProperty warningProperty() {
    return warning.getReadOnlyProperty();
  }

  /** Shows another recipe, forgetting all edits. */
  void show(Recipe recipe) {
    undo.forget(edit -> edit instanceof FormEdit of && of.form() == this);
    base = recipe;
    discard();
  }

  private void discard() {
    fields.forEach(Field::revert);
    recount();
  }

  /**
   * What a training of the recipe starts from.
   *
   * @param from the weights of another run; empty for first weights of its own
   * @param begun whether the recipe is that of a run which has started from such weights
   */
  void startsFrom(Optional<StartingPoint> from, boolean begun) {
    start = from;
    fineTuned = begun;
    recount();
  }

  /**
   * What a run of the recipe goes on from.
   *
   * @param from a checkpoint of another run; empty where it begins anew
   */
  void branchesFrom(Optional<BranchPoint> from) {
    branch = from;
    recount();
  }

  /** Whether a training of the recipe is to start from the weights of another run. */
  boolean fineTunes() {
    return start.isPresent();
  }

  /** The recipe in effect has changed, as by a live change: edits stay. */
  void follow(Recipe recipe) {
    base = recipe;
    fields.forEach(Field::follow);
    recount();
  }

  /**
   * Where live changes go.
   *
   * @param takes whether a training takes them now
   * @param change takes a key and its new value; throws {@link StudioException} to refuse
   */
  void liveChanges(boolean takes, BiConsumer<String, Object> change) {
    if (takesLiveChanges && !takes) {
      fields.forEach(Field::noLonger);
      recount();
    }
    takesLiveChanges = takes;
    live = change;
  }

  boolean takesLiveChanges() {
    return takesLiveChanges;
  }

  /** Who knows how many images the training has seen. */
  void imagesSeen(LongSupplier images) {
    seen = images;
  }

  long imagesSeen() {
    return seen.getAsLong();
  }

  /** Images of the whole training. */
  long allImages() {
    return StepCounts.NONE.then(base, 0, base.training().steps()).imagesSeen();
  }

  /** A value as a training that has begun takes it: a schedule is in images. */
  Object begun(HyperParameter parameter, Object value) {
    return parameter.get(parameter.set(base, value).inImages());
  }

  void applyLive(String key, Object value) {
    live.accept(key, value);
  }

  /** Forgets all edits; they can be had back. */
  void revert() {
    Map<Field, String> lost = new LinkedHashMap<>();
    fields.stream()
        .filter(field -> field.editedProperty().get())
        .forEach(field -> lost.put(field, field.textProperty().get()));
    discard();
    if (!lost.isEmpty()) {
      undo.add(
          new FormEdit(
              this, Messages.text("undo.discard"), () -> lost.forEach(Field::edit), this::discard));
    }
  }

  /**
   * Writes a preset's settings into the fields, as edits for a new run; all at once is one edit.
   */
  void fill(StylePreset preset) {
    Recipe filled;
    try {
      filled = preset.fill(edited());
    } catch (StudioException e) {
      problem.set(ParameterNames.put(String.valueOf(e.getMessage())));
      return;
    }
    Map<Field, String> before = new LinkedHashMap<>();
    Map<Field, String> after = new LinkedHashMap<>();
    for (Field field : fields) {
      String wanted = field.parameter().format(field.parameter().get(filled));
      if (!wanted.equals(field.textProperty().get())) {
        before.put(field, field.textProperty().get());
        after.put(field, wanted);
      }
    }
    if (!after.isEmpty()) {
      after.forEach(Field::edit);
      undo.add(
          new FormEdit(
              this,
              Messages.text("undo.preset", preset.label()),
              () -> before.forEach(Field::edit),
              () -> after.forEach(Field::edit)));
    }
  }

  /** A person has changed a field. */
  void changed(Field field, String before) {
    String after = field.textProperty().get();
    undo.add(
        new FormEdit(
            this,
            FormEdit.title(field, before, after),
            () -> restore(field, before),
            () -> restore(field, after)));
  }

  private void restore(Field field, String text) {
    field.commit(text);
    restored.accept(field);
  }

  /** Who shows fields whose changes are taken back or made again, wherever they are. */
  void onRestored(Consumer<Field> show) {
    restored = show;
  }

  /**
   * The recipe as edited.
   *
   * @throws StudioException if the edits do not go together
   */
  Recipe edited() {
    Map<String, Object> edits = new HashMap<>();
    fields.forEach(field -> field.gather(edits));
    // What it says of itself follows its data, but for what the person wrote.
    Object source = edits.getOrDefault(SOURCE, base.data().source());
    return OtherData.of(base, String.valueOf(source)).with(edits);
  }

  /**
   * Whether a search finds a field: each word is in its name, or begins one in its explanation,
   * where "rate" is not to find all that speaks of generated images.
   *
   * @param search words typed, in any case
   */
  static boolean matches(HyperParameter parameter, String search) {
    String name = (parameter.label() + " " + parameter.key()).toLowerCase(Locale.ROOT);
    String explanation =
        (parameter.help() + " " + parameter.description().unit()).toLowerCase(Locale.ROOT);
    return Stream.of(search.toLowerCase(Locale.ROOT).strip().split("\\s+"))
        .allMatch(word -> name.contains(word) || begins(word, explanation));
  }

  /** Whether a word of a text begins so. */
  private static boolean begins(String word, String text) {
    return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word)).matcher(text).find();
  }

  private List<String> warnings(Recipe edited) {
    if (start.isPresent()) {
      return Stream.concat(
              NetworkFit.warnings(edited, start.get().recipe()).stream(),
              RecipeCheck.warningsOfFineTuning(edited).stream())
          .toList();
    }
    return fineTuned && edits.get() == 0 || branch.isPresent()
        ? RecipeCheck.warningsOfFineTuning(edited)
        : RecipeCheck.warnings(edited);
  }

  void recount() {
    edits.set((int) fields.stream().filter(each -> each.editedProperty().get()).count());
    problems.set(
        (int) fields.stream().filter(each -> !each.problemProperty().get().isEmpty()).count());
    try {
      Recipe edited = edited();
      if (edits.get() > 0
          || start.isPresent()
          || branch.isPresent()) { // an open run of it is only warned of
        RecipeCheck.requireNew(edited);
        FrozenLayers.requirePossible(edited);
      }
      warning.set(ParameterNames.put(String.join("\n", warnings(edited))));
      problem.set(
          ParameterNames.put(
              start
                  .flatMap(each -> each.refusal(edited))
                  .or(() -> branch.flatMap(each -> each.refusal(edited)))
                  .orElse("")));
    } catch (StudioException e) {
      warning.set("");
      problem.set(ParameterNames.put(String.valueOf(e.getMessage())));
    }
  }
}
