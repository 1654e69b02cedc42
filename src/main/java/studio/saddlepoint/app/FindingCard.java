package studio.saddlepoint.app;

import atlantafx.base.theme.Styles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.glossary.Terms;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.Remedy;

/** One finding: what, since when, a picture of it, the evidence, why, and what can be done. */
final class FindingCard extends VBox {
  private static final double WIDTH = 408;

  /** Small pictures are shown at so many times their size, at most. */
  private static final double LARGEST_SCALE = 2;

  private final StudioModel model;
  private final OpenRun run;
  private final Runnable close;

  /**
   * A finding of a run.
   *
   * @param close closes the card that it is on
   */
  FindingCard(StudioModel model, OpenRun run, Event.Found found, Runnable close) {
    this.model = model;
    this.run = run;
    this.close = close;
    getStyleClass().add("finding");
    getChildren()
        .addAll(
            title(found, FindingText.icon(found.severity())),
            step(Messages.text("findings.step", Texts.count(found.step()))));
    picture(found);
    add("findings.evidence", found.evidence());
    add("findings.why", found.why());
    if (found.remedies().isEmpty()) {
      add("findings.advice", found.advice());
    } else {
      getChildren().add(name("findings.advice"));
      found.remedies().forEach(each -> getChildren().add(remedy(each)));
    }
    if (found.severity().equals("error") && run.active()) {
      Button back =
          Buttons.labelled(
              Feather.ROTATE_CCW,
              "findings.rewind",
              () -> {
                run.rewind();
                close.run();
              });
      back.getStyleClass().add(Styles.ACCENT);
      getChildren().add(new HBox(back));
    }
  }

  /** A finding that is over, in two lines; of all that was found, oldest first. */
  static VBox earlier(Event.Found found, List<Event.Found> all) {
    VBox card = new VBox(title(found, Feather.CHECK), step(FindingText.span(found, all)));
    card.getStyleClass().addAll("finding", "finding-over");
    return card;
  }

  private static Label title(Event.Found found, Feather icon) {
    Label title = new Label(found.what(), new FontIcon(icon));
    title.getStyleClass().addAll("finding-title", "finding-" + found.severity());
    title.setWrapText(true);
    title.setMinHeight(Region.USE_PREF_SIZE);
    Terms.explain(title, "finding:" + found.kind());
    return title;
  }

  private static Label step(String text) {
    Label step = new Label(text);
    step.getStyleClass().add("muted");
    return step;
  }

  private void picture(Event.Found found) {
    Optional<Path> there =
        PathNames.within(run.folder().path(), found.picture()).filter(Files::isRegularFile);
    if (there.isEmpty()) {
      return;
    }
    Path file = there.get();
    ImageView view = new ImageView();
    view.setPreserveRatio(true);
    view.setSmooth(false);
    Image image = new Image(file.toUri().toString(), true);
    image
        .widthProperty()
        .addListener(
            (p, old, now) -> view.setFitWidth(Math.min(WIDTH, LARGEST_SCALE * now.doubleValue())));
    view.setImage(image);
    view.setAccessibleText(Messages.text("findings.picture", found.what()));
    getChildren().add(view);
  }

  private VBox remedy(Remedy remedy) {
    Label text = new Label(remedy.text());
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    VBox box = new VBox(6, text);
    box.getStyleClass().add("remedy");
    if (Remedies.inUse(remedy, run)) {
      Label used = new Label(Messages.text("findings.used"), new FontIcon(Feather.CHECK));
      used.getStyleClass().addAll("muted", "remedy-used");
      Buttons.explain(used, Messages.text("findings.used.tip", Remedies.changes(remedy)));
      box.getChildren().add(used);
    } else if (!remedy.changes().isEmpty()) {
      HBox buttons = new HBox(8);
      if (model.trials().possible(run, remedy)) {
        Button trial =
            Buttons.labelled(
                Feather.GIT_BRANCH,
                "findings.try",
                () -> {
                  close.run();
                  model.trials().begin(run, remedy);
                });
        buttons.getChildren().add(small(trial));
      }
      boolean now = Remedies.live(remedy) && run.active();
      Button button =
          now
              ? Buttons.labelled(
                  Feather.CHECK, "findings.apply", () -> Remedies.apply(model, run, remedy))
              : Buttons.labelled(Feather.PLAY, "findings.new", () -> setUp(remedy));
      Buttons.explain(
          button,
          Messages.text(now ? "findings.apply.tip" : "findings.new.tip", Remedies.changes(remedy)));
      buttons.getChildren().add(0, small(button));
      box.getChildren().add(buttons);
    }
    return box;
  }

  private static Button small(Button button) {
    button.getStyleClass().add(Styles.SMALL);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private void setUp(Remedy remedy) {
    try {
      model.draft(run.recipe().with(remedy.changes()));
      close.run();
    } catch (StudioException e) {
      model.tell(Notice.problem(e));
    }
  }

  private static Label name(String key) {
    Label name = new Label(Messages.text(key));
    name.getStyleClass().add("finding-name");
    return name;
  }

  private void add(String key, String text) {
    if (!text.isBlank()) {
      Label value = new Label(text);
      value.setWrapText(true);
      value.setMinHeight(Region.USE_PREF_SIZE);
      getChildren().add(new VBox(name(key), value));
    }
  }
}
