package studio.saddlepoint.app.film;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Segments;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.code.Bookmark;
import studio.saddlepoint.latent.film.FilmFormat;
import studio.saddlepoint.latent.film.FilmFrame;
import studio.saddlepoint.latent.film.FrameRate;
import studio.saddlepoint.latent.walk.Easing;

/** Asks how something is to be filmed, and plays what the film will be like. */
final class FilmDialog extends Dialog<@Nullable FilmSettings> {
  private static final int USUAL_RATE = 25;
  private static final double FIELD_HEIGHT = 32;

  private final FilmSubject subject;
  private final Segments<FilmFormat> format =
      new Segments<>(
          Messages.text("film.format"),
          List.of(FilmFormat.values()),
          each -> "film.format." + each.id());
  private final Segments<Easing> easing =
      new Segments<>(
          Messages.text("film.easing"),
          List.of(Easing.SMOOTH, Easing.SMOOTHER, Easing.LINEAR),
          each -> "film.easing." + each.id());
  private final CheckBox loop = new CheckBox(Messages.text("film.loop"));
  private final TextField keys;
  private final FilmKeys keyList;
  private final TextField seconds;
  private final TextField rate = field("rate", Integer.toString(USUAL_RATE), 6);
  private final TextField size;
  private final Label told = new Label();
  private final FilmPlayer player;
  private final FilmPreview preview;
  private final Node save;

  /**
   * A dialog that is not shown yet.
   *
   * @param owner the window that it belongs to
   * @param subject what is filmed; stays open
   * @param ui the FX thread
   */
  FilmDialog(@Nullable Window owner, FilmSubject subject, Executor ui) {
    this.subject = subject;
    initOwner(owner);
    setTitle(Messages.text(subject.title()));
    setHeaderText(subject.about());
    keys = field("keys", subject.keys(), 24);
    keyList = new FilmKeys(keys);
    seconds = field(subject.walks() ? "seconds" : "length", number(subject.usualSeconds()), 6);
    if (!subject.walks()) {
      Buttons.explain(seconds, Messages.text(subject.lengthTip()));
    }
    size = field("size", Integer.toString(subject.usualSize()), 6);
    loop.setId("film-loop");
    loop.setSelected(true);
    Buttons.explain(loop, Messages.text("film.loop.tip"));
    player = new FilmPlayer(subject.tall());
    preview = new FilmPreview(subject, ui, new Heard());
    ButtonType saving = new ButtonType(Messages.text("film.save"), ButtonBar.ButtonData.OK_DONE);
    getDialogPane().getButtonTypes().addAll(ButtonType.CANCEL, saving);
    save = getDialogPane().lookupButton(saving);
    save.setId("film-save");
    save.setDisable(true); // until the film is known to be one
    HBox content = new HBox(form(), player);
    content.getStyleClass().add("film-dialog");
    content.setFillHeight(false);
    // Not on Cancel, where it would fall as long as nothing can be saved.
    setOnShown(event -> format.getChildren().get(0).requestFocus());
    getDialogPane().setContent(content);
    getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
    for (TextField each : List.of(keys, seconds, rate, size)) {
      each.textProperty().addListener((p, old, now) -> changed());
    }
    format.valueProperty().addListener((p, old, now) -> changed());
    easing.valueProperty().addListener((p, old, now) -> changed());
    loop.selectedProperty().addListener((p, old, now) -> changed());
    setResultConverter(pressed -> pressed == saving ? settings().orElse(null) : null);
    if (subject.walks()) {
      preview.requestBookmarks();
    }
    changed();
  }

  private static String number(double value) {
    return new FrameRate(Math.max(FrameRate.SLOWEST, value)).toString();
  }

  private static TextField field(String name, String value, int columns) {
    TextField field = new TextField(value);
    field.setId("film-" + name);
    field.setPrefColumnCount(columns);
    field.setMaxWidth(Region.USE_PREF_SIZE);
    field.setAccessibleText(Messages.text("film." + name));
    Buttons.explain(field, Messages.text("film." + name + ".tip"));
    return field;
  }

  private VBox form() {
    GridPane form = new GridPane();
    form.getStyleClass().add("film-form");
    int row = 0;
    form.addRow(row++, label("format"), format);
    if (subject.walks()) {
      Label keys = label("keys");
      keys.setMinHeight(FIELD_HEIGHT); // beside the first line of what is high
      GridPane.setValignment(keys, VPos.TOP);
      form.addRow(row++, keys, keyList);
      form.addRow(row++, label("seconds"), united(seconds, "film.unit.seconds"));
      form.addRow(row++, label("easing"), easing);
      form.add(loop, 1, row++);
    } else {
      form.addRow(row++, label("length"), united(seconds, "film.unit.seconds"));
    }
    form.addRow(row++, label("rate"), united(rate, "film.unit.rate"));
    form.addRow(
        row, label("size"), united(size, subject.walks() ? "film.unit.side" : "film.unit.width"));
    told.setId("film-told");
    told.setWrapText(true);
    told.setMaxWidth(Double.MAX_VALUE);
    told.getStyleClass().add("film-told");
    return new VBox(12, form, told);
  }

  private static Label label(String name) {
    Label label = new Label(Messages.text("film." + name));
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private static HBox united(TextField field, String unit) {
    Label after = new Label(Messages.text(unit));
    after.getStyleClass().add(Styles.TEXT_MUTED);
    HBox row = new HBox(8, field, after);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void changed() {
    save.setDisable(true);
    Optional<FilmSettings> wanted = settings();
    wanted.ifPresentOrElse(preview::request, preview::cancel);
  }

  /** What is asked for; where a field is wrong nothing, and why is told. */
  private Optional<FilmSettings> settings() {
    OptionalDouble time = decimal(seconds);
    OptionalDouble frames = decimal(rate);
    OptionalInt pixels = whole(size);
    if (time.isEmpty() || frames.isEmpty() || pixels.isEmpty()) {
      refuse(Messages.text(pixels.isEmpty() ? "film.wrong.whole" : "film.wrong.number"));
      return Optional.empty();
    }
    try {
      FilmFormat wanted = format.valueProperty().get();
      FrameRate speed = new FrameRate(frames.getAsDouble());
      wanted
          .refusal(speed)
          .ifPresent(
              reason -> {
                throw new StudioException(reason);
              });
      return Optional.of(
          new FilmSettings(
              wanted,
              pixels,
              speed,
              time.getAsDouble(),
              keys.getText(),
              easing.valueProperty().get(),
              loop.isSelected()));
    } catch (StudioException e) {
      refuse(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static OptionalDouble decimal(TextField field) {
    String text = field.getText().strip();
    boolean right = text.matches("\\d{1,7}(\\.\\d{1,6})?");
    field.pseudoClassStateChanged(Styles.STATE_DANGER, !right);
    return right ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
  }

  private static OptionalInt whole(TextField field) {
    String text = field.getText().strip();
    boolean right = text.matches("\\d{1,6}");
    field.pseudoClassStateChanged(Styles.STATE_DANGER, !right);
    return right ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
  }

  private void refuse(String reason) {
    told.pseudoClassStateChanged(Styles.STATE_DANGER, true);
    told.setText(reason);
    save.setDisable(true);
  }

  /** Ends the preview; to be called when the dialog is away. */
  void end() {
    player.stop();
    preview.close();
  }

  /** What the preview finds of the film that is asked for. */
  private final class Heard implements FilmPreview.Listener {
    @Override
    public void planned(Film film, FilmFrame first) {
      told.pseudoClassStateChanged(Styles.STATE_DANGER, false);
      FilmFormat chosen = format.valueProperty().get();
      String summary =
          Messages.text(
              "film.told",
              Texts.count(film.frames()),
              String.format(Locale.ROOT, "%.1f", film.rate().seconds(film.frames())),
              first.picture().width(),
              first.picture().height());
      told.setText(
          chosen.remark(film.rate()).map(remark -> summary + "\n" + remark).orElse(summary));
      save.setDisable(false);
    }

    @Override
    public void offered(List<Bookmark> bookmarks) {
      keyList.offer(bookmarks);
    }

    @Override
    public void begun(FrameRate speed, List<FilmFrame> first) {
      player.begin(speed, first);
    }

    @Override
    public void more(List<FilmFrame> frames) {
      player.add(frames);
    }

    @Override
    public void refused(String reason) {
      refuse(reason);
    }
  }
}
