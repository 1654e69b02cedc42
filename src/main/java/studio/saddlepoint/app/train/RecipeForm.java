package studio.saddlepoint.app.train;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.FineTuning;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.PlayerText;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.command.CommandCopying;
import studio.saddlepoint.app.command.TrainCommands;
import studio.saddlepoint.app.fx.AfterDrawing;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Scrolls;
import studio.saddlepoint.app.keys.Shortcut;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.method.Loss;
import studio.saddlepoint.recipe.method.MethodKind;
import studio.saddlepoint.recipe.parameter.Choice;
import studio.saddlepoint.run.RunOrigin;

/** The recipe as a form: the fields of each part, search, and what to do with edits. */
final class RecipeForm extends VBox {
  /** A setting that a person looks for who fine-tunes. */
  private static final String FROZEN = "discriminator.frozenLayers";

  private final RecipeFormModel model;
  private final Map<Field, FieldEditor> editors = new IdentityHashMap<>();
  private final Map<String, Section> sections = new LinkedHashMap<>();
  private final TextField search = search();
  private final ToggleButton advanced = Buttons.toggle(Feather.SLIDERS, "form.advanced");
  private final Button startNew;
  private final Button revert;
  private final Label changed = new Label();
  private final SourceCheck check;
  private final ScrollPane scroll;
  private final Executor ui;
  private final FineTuneCard fineTune;
  private @Nullable FieldEditor wanted;

  private record Section(String group, Label name, VBox box, FieldGrid grid, List<Field> fields) {
    void take(Field field, FieldEditor editor) {
      grid.take(field, editor);
      fields.add(field);
    }
  }

  /**
   * A form.
   *
   * @param studio knows the person's own data sets
   */
  RecipeForm(RecipeFormModel model, StudioModel studio, Runnable startNew) {
    this.model = model;
    this.ui = studio.ui();
    this.check = new SourceCheck(model, studio);
    this.fineTune = new FineTuneCard(studio::startFrom);
    this.startNew = Buttons.labelled(Feather.PLAY, "form.start", startNew);
    this.revert = Buttons.labelled(Feather.ROTATE_CCW, "form.revert", model::revert);
    getStyleClass().addAll("card", "recipe-form");
    Label title = new Label(Messages.text("form.title"));
    title.getStyleClass().add("card-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button command = Buttons.icon(Feather.TERMINAL, "form.command", () -> copyCommand(studio));
    command.setId("form-command");
    HBox head = new HBox(8, title, space, new PresetMenu(model), command, advanced);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("card-head");
    advanced.setId("form-advanced");
    VBox all = new VBox();
    all.getStyleClass().add("form-sections");
    for (Field field : model.fields()) {
      section(field.parameter().group(), all).take(field, editor(field, studio));
    }
    Field method = model.field("method.kind");
    section("method", all).box().getChildren().add(1, meaning(method, model.field("method.loss")));
    section("data", all).box().getChildren().add(check);
    // What it is called matters least while tuning.
    section("", all).box().toFront();
    scroll = new ScrollPane(all);
    all.heightProperty().addListener(o -> scroll());
    // From then on the person looks elsewhere.
    addEventFilter(ScrollEvent.SCROLL, event -> wanted = null);
    addEventFilter(MouseEvent.MOUSE_PRESSED, event -> wanted = null);
    addEventFilter(KeyEvent.KEY_PRESSED, event -> wanted = null);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("form-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    HBox searchRow = new HBox(search);
    searchRow.getStyleClass().add("form-search");
    getChildren().addAll(head, fineTune, searchRow, scroll, footer());
    search.textProperty().addListener(o -> filter());
    advanced.selectedProperty().addListener(o -> AfterDrawing.run(this::filter));
    method.textProperty().addListener(o -> filter());
    filter();
  }

  /** What is in the form as the command line that trains it. */
  private void copyCommand(StudioModel studio) {
    try {
      CommandCopying.copy(
          studio,
          TrainCommands.of(model.edited(), Optional.ofNullable(studio.fineTuningProperty().get())));
    } catch (StudioException e) {
      studio.tell(Notice.problem(e));
    }
  }

  private FieldEditor editor(Field field, StudioModel studio) {
    FieldEditor editor = new FieldEditor(field, studio);
    editors.put(field, editor);
    return editor;
  }

  /** Puts the keyboard where settings are searched. */
  void find() {
    search.requestFocus();
    search.selectAll();
  }

  /** Shows a field, wherever it is, also where a search or their switch had hidden it. */
  void show(Field field) {
    if (!isShown(field, search.getText())) {
      search.clear();
      advanced.setSelected(advanced.isSelected() || !isShown(field, ""));
    }
    wanted = editors.get(field);
    scroll();
  }

  /** To the field that is wanted, again whenever the form has got another height. */
  private void scroll() {
    ui.execute(
        () -> {
          FieldEditor editor = wanted;
          if (editor != null && editor.getScene() != null) {
            Scrolls.show(scroll, editor);
          }
        });
  }

  /** Whether what it shows is a run's recipe, or one that has no run yet. */
  void ofRun(boolean run) {
    check.ofRun(run);
    startNew.setText(Messages.text(run ? "form.start" : "form.start.draft"));
    Buttons.explain(startNew, Messages.text(run ? "form.start.tip" : "form.start.draft.tip"));
    Buttons.explain(revert, Messages.text(run ? "form.revert.tip" : "form.revert.draft.tip"));
    changed
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    Messages.text(
                        run ? "form.edits" : "form.edits.draft", model.editsProperty().get()),
                model.editsProperty()));
  }

  /**
   * Tells what a training of the recipe starts from.
   *
   * @param from the fine-tuning that is set up; empty where there is none
   * @param origin what the open run has started from; empty for first weights of its own
   */
  void startsFrom(Optional<FineTuning> from, Optional<RunOrigin> origin) {
    from.ifPresentOrElse(fineTune::show, () -> fineTune.show(origin));
    if (from.isPresent()) {
      String key = from.get().branches() ? "form.start.branch" : "form.start.finetune";
      startNew.setText(Messages.text(key));
      Buttons.explain(startNew, Messages.text(key + ".tip"));
    }
    model.startsFrom(from.flatMap(FineTuning::start), origin.isPresent());
    model.branchesFrom(from.flatMap(FineTuning::branchPoint));
    filter();
  }

  /** Whether the button is offered even without edits. */
  void alwaysOffer(boolean always) {
    startNew.visibleProperty().unbind();
    if (always) {
      startNew.setVisible(true);
    } else {
      startNew.visibleProperty().bind(model.editsProperty().greaterThan(0));
    }
  }

  private Section section(String group, VBox parent) {
    return sections.computeIfAbsent(
        group,
        key -> {
          Label name = new Label();
          name.getStyleClass().add("form-group");
          FieldGrid grid = new FieldGrid();
          VBox box = new VBox(name, grid);
          box.managedProperty().bind(box.visibleProperty());
          parent.getChildren().add(box);
          return new Section(key, name, box, grid, new ArrayList<>());
        });
  }

  /** A player's settings have its name, of the method that is chosen. */
  private String heading(String group) {
    return MethodKind.isPlayer(group)
        ? PlayerText.name(model.method().players().player(group))
        : Messages.text("form.group." + (group.isEmpty() ? "run" : group));
  }

  /** What the chosen loss does and when it helps, or the method where it has its own. */
  private static Label meaning(Field kind, Field loss) {
    Label meaning = new Label();
    meaning.setId("form-loss-meaning");
    meaning.getStyleClass().addAll("muted", "form-meaning");
    meaning.setWrapText(true);
    meaning.setMinHeight(Region.USE_PREF_SIZE);
    Runnable tell =
        () -> {
          boolean adversarial = kind.textProperty().get().equals(MethodKind.ADVERSARIAL.id());
          Stream.of(adversarial ? Loss.values() : MethodKind.values())
              .map(Choice.class::cast)
              .filter(each -> each.id().equals((adversarial ? loss : kind).textProperty().get()))
              .forEach(each -> meaning.setText(each.help()));
        };
    kind.textProperty().addListener(o -> tell.run());
    loss.textProperty().addListener(o -> tell.run());
    tell.run();
    return meaning;
  }

  private void filter() {
    String words = search.getText();
    for (Section section : sections.values()) {
      List<Field> shown = section.fields().stream().filter(field -> isShown(field, words)).toList();
      section.name().setText(heading(section.group()));
      section.box().setVisible(!shown.isEmpty());
      section.grid().show(shown);
    }
  }

  /**
   * A search looks through everything; advanced fields otherwise wait for their switch. Players of
   * other methods have no fields.
   */
  private boolean isShown(Field field, String words) {
    if (!model.method().uses(field.parameter().key())) {
      return false;
    }
    return words.isBlank()
        ? advanced.isSelected()
            || !field.parameter().description().advanced()
            || model.fineTunes() && field.parameter().key().equals(FROZEN)
        : RecipeFormModel.matches(field.parameter(), words);
  }

  private static TextField search() {
    CustomTextField search = new CustomTextField();
    search.setId("form-search");
    search.setLeft(new FontIcon(Feather.SEARCH));
    search.setPromptText(Messages.text("form.search"));
    search.setAccessibleText(Messages.text("form.search"));
    Buttons.explain(search, Shortcut.FIND.tip(Messages.text("form.search.tip")));
    HBox.setHgrow(search, Priority.ALWAYS);
    search.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
          }
        });
    return search;
  }

  private VBox footer() {
    Label problem = new Label();
    problem.getStyleClass().add("field-problem");
    problem.setWrapText(true);
    problem.setMinHeight(Region.USE_PREF_SIZE);
    problem.textProperty().bind(model.problemProperty());
    problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    Label warning = new Label();
    warning.setId("form-warning");
    warning.getStyleClass().add("muted");
    warning.setWrapText(true);
    warning.setMinHeight(Region.USE_PREF_SIZE);
    warning.textProperty().bind(model.warningProperty());
    warning.visibleProperty().bind(model.warningProperty().isNotEmpty());
    warning.managedProperty().bind(warning.visibleProperty());
    changed.setId("form-changed");
    changed.setWrapText(true);
    changed.getStyleClass().add("muted");
    startNew.setId("form-start");
    startNew.getStyleClass().add(Styles.ACCENT);
    startNew.setMaxWidth(Double.MAX_VALUE);
    startNew
        .disableProperty()
        .bind(model.problemsProperty().greaterThan(0).or(model.problemProperty().isNotEmpty()));
    startNew.managedProperty().bind(startNew.visibleProperty());
    revert.setId("form-revert");
    revert.setMaxWidth(Double.MAX_VALUE);
    revert.visibleProperty().bind(model.editsProperty().greaterThan(0));
    revert.managedProperty().bind(revert.visibleProperty());
    changed.visibleProperty().bind(revert.visibleProperty());
    changed.managedProperty().bind(changed.visibleProperty());
    alwaysOffer(false);
    ofRun(true);
    // Last, so that it stays where it is when a first change brings the others.
    VBox footer = new VBox(8, problem, warning, changed, revert, startNew);
    footer.getStyleClass().add("form-footer");
    footer
        .visibleProperty()
        .bind(
            startNew
                .visibleProperty()
                .or(model.problemProperty().isNotEmpty())
                .or(model.warningProperty().isNotEmpty())
                .or(model.editsProperty().greaterThan(0)));
    footer.managedProperty().bind(footer.visibleProperty());
    return footer;
  }
}
