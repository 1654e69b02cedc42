package studio.saddlepoint.app;

import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.FxThrottle;
import studio.saddlepoint.app.trial.TrialChip;
import studio.saddlepoint.core.English;
import studio.saddlepoint.recipe.StepCounts;
import studio.saddlepoint.recipe.method.PlayerNames;

/** The bar at the bottom: how far the training is, what was found and logged, the memory used. */
final class StatusBar extends HBox {
  private static final Duration MEMORY_EVERY = Duration.ofSeconds(3);

  private final StudioModel model;
  private final ProgressBar progress = new ProgressBar(0);
  private final Label state = new Label();

  /** The line of {@link #state} where it is cut off, and what its numbers are. */
  private final Tooltip whole = Buttons.tooltip("");

  private final ToggleButton findings = new ToggleButton();
  private final ToggleButton log = new ToggleButton();
  private final Label memory = new Label();
  private final InvalidationListener refresh = o -> refresh();
  private int badged = -1;

  /**
   * A bar.
   *
   * @param engine shows what computes here
   */
  StatusBar(StudioModel model, LogKeeper keeper, Runnable engine) {
    this.model = model;
    getStyleClass().add("status-bar");
    setAlignment(Pos.CENTER_LEFT);
    progress.setAccessibleText(Messages.text("status.progress"));
    progress.getStyleClass().add(Styles.SMALL);
    state.getStyleClass().add("status-text");
    // In a narrow window the lines and bars give way, what can be pressed stays.
    state.setMinWidth(0);
    progress.setMinWidth(0);
    state.setTooltip(whole);
    findings.setId("findings");
    findings.selectedProperty().bindBidirectional(model.findingsShownProperty());
    findings.getStyleClass().addAll(Styles.SMALL, "quiet-toggle");
    Buttons.explain(findings, Messages.text("findings.tip"));
    log.setId("log-toggle");
    log.getStyleClass().addAll(Styles.SMALL, "quiet-toggle");
    log.setGraphic(new FontIcon(Feather.LIST));
    Buttons.explain(log, Messages.text("log.tip"));
    Buttons.explain(memory, Messages.text("memory.tip"));
    memory.getStyleClass().add("status-text");
    memory.setMinWidth(Region.USE_PREF_SIZE);
    findings.setMinWidth(Region.USE_PREF_SIZE);
    log.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren()
        .addAll(
            progress,
            state,
            new TaskChips(model.tasks()),
            space,
            new TrialChip(model),
            new TrainingChip(model),
            findings,
            log,
            new Separator(Orientation.VERTICAL),
            engineButton(engine),
            memory);
    keeper.unseenProperty().addListener((p, old, now) -> countWarnings(now.intValue()));
    countWarnings(0);
    model.openRunProperty().addListener((property, old, now) -> attach(old, now));
    attach(null, model.openRunProperty().get());
    model.awaitedProperty().addListener(refresh);
    measureMemory();
  }

  private static Button engineButton(Runnable engine) {
    Button button = Buttons.icon(Feather.CPU, "engine.open", engine);
    button.setId("engine-open");
    button.getStyleClass().add(Styles.SMALL);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  /** Whether the log is shown. */
  BooleanProperty logShownProperty() {
    return log.selectedProperty();
  }

  /** Whether the findings are shown. */
  BooleanProperty findingsShownProperty() {
    return findings.selectedProperty();
  }

  private void attach(@Nullable OpenRun old, @Nullable OpenRun now) {
    if (old != null) {
      old.statusProperty().removeListener(refresh);
      old.history().versionProperty().removeListener(refresh);
      old.loadingProperty().removeListener(refresh);
      old.askedProperty().removeListener(refresh);
    }
    if (now != null) {
      now.statusProperty().addListener(refresh);
      now.history().versionProperty().addListener(refresh);
      now.loadingProperty().addListener(refresh);
      now.askedProperty().addListener(refresh);
    }
    refresh();
  }

  private void refresh() {
    String awaited = model.awaitedProperty().get();
    if (!awaited.isEmpty()) {
      state.setText(awaited);
      whole.setText(awaited);
      return;
    }
    OpenRun run = model.openRunProperty().get();
    progress.setVisible(run != null);
    progress.setManaged(run != null);
    if (run == null) {
      state.setText(Messages.text("status.none"));
      whole.setText(Messages.text("status.none"));
      badge(0, true);
      return;
    }
    Training.Status status = run.statusProperty().get();
    progress.setProgress(
        status.steps() == 0 ? 0 : Math.min(1, (double) status.step() / status.steps()));
    boolean allSteps = status.state() == Training.State.RUNNING && status.step() >= status.steps();
    boolean tellsWhat =
        run.askedProperty().get() == PendingRequest.Asked.NOTHING
            && (status.state() == Training.State.STARTING || allSteps)
            && !status.message().isBlank();
    StepCounts counts = run.counts();
    PlayerNames players = run.recipe().method().kind().players();
    state.setText(
        tellsWhat
            ? status.message()
            : Messages.text(
                "status.line",
                run.stateWord(),
                Texts.count(status.step()),
                Texts.count(status.steps()),
                Texts.count(counts.generatorMoves()),
                English.brief(counts.imagesSeen()),
                players.letter(players.maker())));
    whole.setText(
        Messages.text(
            tip(players), state.getText(), Texts.count(counts.imagesSeen()), names(players)));
    badge(run.history().open().size(), run.history().findings().isEmpty() && !run.unwatched());
  }

  private static String tip(PlayerNames players) {
    return players.names().contains("discriminator") ? "status.tip" : "status.tip.players";
  }

  private static String names(PlayerNames players) {
    return players.names().stream().map(PlayerText::name).collect(Collectors.joining(", "));
  }

  /** Made anew only where it differs: a status comes several times a second. */
  private void badge(int count, boolean never) {
    findings.setDisable(never);
    if (count == badged) {
      return;
    }
    badged = count;
    findings.setText(Messages.text(count == 0 ? "findings.none" : "findings.count", count));
    findings.setGraphic(new FontIcon(count == 0 ? Feather.CHECK_CIRCLE : Feather.ALERT_CIRCLE));
    findings.getStyleClass().remove("badge-alert");
    if (count > 0) {
      findings.getStyleClass().add("badge-alert");
    }
  }

  private void countWarnings(int unseen) {
    log.setText(Messages.text(unseen == 0 ? "log.button" : "log.button.unseen", unseen));
    log.getStyleClass().remove("badge-alert");
    if (unseen > 0) {
      log.getStyleClass().add("badge-alert");
    }
  }

  private void measureMemory() {
    Runtime runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() - runtime.freeMemory();
    memory.setText(Messages.text("memory", Texts.bytes(used)));
    FxThrottle.later(
        model.ui(),
        MEMORY_EVERY,
        () -> {
          // Not for a window that is closed, which would be kept in memory by it.
          if (getScene() != null
              && getScene().getWindow() != null
              && getScene().getWindow().isShowing()) {
            measureMemory();
          }
        });
  }
}
