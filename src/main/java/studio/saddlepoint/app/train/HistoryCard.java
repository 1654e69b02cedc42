package studio.saddlepoint.app.train;

import atlantafx.base.theme.Styles;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.ParameterNames;
import studio.saddlepoint.app.RunHistory;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.run.curve.ChangeEffect;
import studio.saddlepoint.run.curve.Series;
import studio.saddlepoint.run.event.Author;
import studio.saddlepoint.run.event.Event;

/**
 * The changes of a run, the newest first: step, time, what, who, and what was measured before and
 * after. A click points at the change in all charts. Folded up until a person wants to see it, and
 * not there where nothing was changed.
 */
final class HistoryCard extends VBox {
  private static final String SCHEDULE = "schedule.";
  private static final int MOST = 100;
  private static final double HEIGHT = 168;

  /** Of a row's sides, in the style sheet. */
  private static final double PADDING = 24;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

  private final LongConsumer point;
  private final BiConsumer<OpenRun, Long> branch;
  private final ToggleButton open = new ToggleButton();
  private final VBox list = new VBox(2);
  private @Nullable OpenRun run;
  private long told = -1;

  /**
   * A card.
   *
   * @param point points at a step in all charts
   * @param branch sets up a run that goes on from before a step
   */
  HistoryCard(LongConsumer point, BiConsumer<OpenRun, Long> branch) {
    this.point = point;
    this.branch = branch;
    setId("history");
    getStyleClass().addAll("card", "history");
    open.setId("history-open");
    open.getStyleClass().add("quiet-toggle");
    open.setMaxWidth(Double.MAX_VALUE);
    open.setAlignment(Pos.CENTER_LEFT);
    Buttons.explain(open, Messages.text("history.tip"));
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    // As high as what is in it, up to a height: the charts above scroll.
    list.heightProperty()
        .addListener(
            (p, old, now) -> scroll.setPrefViewportHeight(Math.min(HEIGHT, now.doubleValue())));
    scroll.setMinHeight(Region.USE_PREF_SIZE);
    scroll.getStyleClass().add("form-scroll");
    scroll.visibleProperty().bind(open.selectedProperty());
    scroll.managedProperty().bind(open.selectedProperty());
    list.getStyleClass().add("history-list");
    open.selectedProperty().addListener(o -> fill());
    getChildren().addAll(open, scroll);
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  /** Shows another run, or nothing. */
  void show(@Nullable OpenRun next) {
    run = next;
    told = -1;
    refresh();
  }

  /** Takes what is new; costs nothing while it is folded up. */
  void refresh() {
    OpenRun now = run;
    int changes = now == null ? 0 : now.history().marks().size();
    setVisible(changes > 0);
    open.setText(Messages.text("history.title", Texts.count(changes)));
    open.setGraphic(new FontIcon(open.isSelected() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
    if (open.isSelected() && now != null && now.history().versionProperty().get() != told) {
      fill();
    }
  }

  private void fill() {
    open.setGraphic(new FontIcon(open.isSelected() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
    OpenRun now = run;
    if (now == null || !open.isSelected()) {
      return;
    }
    RunHistory history = now.history();
    told = history.versionProperty().get();
    List<Event.Changed> changes = history.marks();
    String loss = "loss." + now.recipe().method().kind().players().maker();
    List<Node> rows = new ArrayList<>();
    for (String key : history.keys()) {
      if (key.startsWith(SCHEDULE)) {
        history.series(key).ifPresent(each -> rows.add(row(scheduled(key, each, history))));
      }
    }
    for (int i = changes.size() - 1; i >= Math.max(0, changes.size() - MOST); i--) {
      Event.Changed each = changes.get(i);
      ChangeEffect effect =
          ChangeEffect.of(
              each, changes, history.lastStep(), history.series(loss), history.scores());
      rows.add(withBranch(now, each, row(each, where(each), effect)));
    }
    list.getChildren().setAll(rows);
  }

  /** A change with the way to a run that goes on from before it, without it. */
  private HBox withBranch(OpenRun of, Event.Changed change, Button row) {
    Button from =
        Buttons.icon(Feather.GIT_BRANCH, "history.branch", () -> branch.accept(of, change.step()));
    from.getStyleClass().add("history-branch");
    from.setAccessibleText(Messages.text("history.branch.of", Texts.count(change.step())));
    HBox.setHgrow(row, Priority.ALWAYS);
    HBox line = new HBox(4, row, from);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  /** What a schedule has made of a value so far. */
  private static Event.Changed scheduled(String key, Series values, RunHistory history) {
    return new Event.Changed(
        Instant.EPOCH,
        history.lastStep(),
        key.substring(SCHEDULE.length()),
        Texts.value(values.at(0)),
        Texts.value(values.last()),
        Author.SCHEDULE);
  }

  private Button row(Event.Changed scheduled) {
    return row(
        scheduled,
        Messages.text("history.where.schedule", Texts.count(scheduled.step())),
        new ChangeEffect(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN));
  }

  private static String where(Event.Changed change) {
    return Messages.text(
        "history.where",
        Texts.count(change.step()),
        TIME.format(change.time().atZone(ZoneId.systemDefault())),
        Messages.text("history.author." + change.author().id()));
  }

  private Button row(Event.Changed change, String place, ChangeEffect effect) {
    Label what = new Label(words(change)); // cut off where it is long: a button does not wrap
    what.setMinWidth(0);
    Label where = new Label(place);
    where.setMinWidth(0);
    where.getStyleClass().add("muted");
    Label came = new Label(change.author() == Author.SCHEDULE ? "" : words(effect));
    came.getStyleClass().add("muted");
    came.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    VBox line = new VBox(what, new HBox(12, where, space, came));
    line.setAlignment(Pos.CENTER_LEFT);
    Button row = new Button("", line);
    row.getStyleClass().addAll(Styles.FLAT, "history-row");
    row.setMaxWidth(Double.MAX_VALUE);
    line.prefWidthProperty().bind(Bindings.max(0, row.widthProperty().subtract(PADDING)));
    row.setAccessibleText(what.getText() + ", " + where.getText() + ", " + came.getText());
    Buttons.explain(row, Messages.text("history.row.tip", Long.toString(effect.steps())));
    row.setOnAction(event -> point.accept(change.step()));
    return row;
  }

  /** Such as "Generator learning rate: 2e-4 → 1e-4"; the key where it has no name here. */
  static String words(Event.Changed change) {
    return Messages.text(
        "undo.field",
        HyperParameters.find(change.key()).map(ParameterNames::of).orElse(change.key()),
        ParameterNames.value(change.key(), change.before()),
        ParameterNames.value(change.key(), change.after()));
  }

  /** Such as "loss 0.71 → 0.68, FID 31.2 → 28.4"; nothing where nothing was measured yet. */
  static String words(ChangeEffect effect) {
    List<String> parts = new ArrayList<>();
    part("history.loss", effect.lossBefore(), effect.lossAfter()).ifPresent(parts::add);
    part("history.fid", effect.fidBefore(), effect.fidAfter()).ifPresent(parts::add);
    return parts.isEmpty() ? Messages.text("history.unmeasured") : String.join(", ", parts);
  }

  private static Optional<String> part(String key, double before, double after) {
    return Double.isNaN(before) || Double.isNaN(after)
        ? Optional.empty()
        : Optional.of(Messages.text(key, Texts.value(before), Texts.value(after)));
  }
}
