package studio.saddlepoint.app.evaluate;

import java.util.function.LongSupplier;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Page;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.evaluate.curve.CurvesModel;
import studio.saddlepoint.app.evaluate.form.Asking;
import studio.saddlepoint.app.evaluate.form.Dialogs;
import studio.saddlepoint.app.evaluate.human.Dealing;
import studio.saddlepoint.app.evaluate.human.HumanModel;
import studio.saddlepoint.app.evaluate.human.SnapshotDealing;
import studio.saddlepoint.app.evaluate.model.EvaluateModel;
import studio.saddlepoint.app.evaluate.model.Measuring;
import studio.saddlepoint.app.evaluate.model.SnapshotMeasuring;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.EmptyState;
import studio.saddlepoint.app.snapshot.SnapshotPicker;
import studio.saddlepoint.metrics.pace.Paces;

/** The page where a snapshot is measured, also while its run trains. */
public final class EvaluatePage implements Page {
  private static final String PACES = "evaluate.paces";

  private final StudioModel studio;
  private final EvaluateModel model;
  private final HumanModel humans;
  private final SnapshotPicker picker;
  private final Asking asking;
  private final CurvesModel curves;
  private final StackPane content = new StackPane();
  private final EmptyState closed;
  private final EmptyState unborn;
  private @Nullable EvaluateView view;

  /**
   * The page.
   *
   * @param studio what the window works on
   */
  public EvaluatePage(StudioModel studio) {
    this(
        studio,
        new Paces(studio.settings().get(PACES, ""), kept -> studio.settings().put(PACES, kept)));
  }

  private EvaluatePage(StudioModel studio, Paces paces) {
    this(
        studio,
        new SnapshotMeasuring(studio.home(), paces),
        paces,
        new SnapshotDealing(studio.home()),
        new Dialogs(studio.settings(), studio::tell),
        System::nanoTime);
  }

  /**
   * The page with other parts behind it.
   *
   * @param paces how fast this computer is
   * @param asking asks the person
   * @param clock nanoseconds, for the human test
   */
  EvaluatePage(
      StudioModel studio,
      Measuring measuring,
      Paces paces,
      Dealing dealing,
      Asking asking,
      LongSupplier clock) {
    this.studio = studio;
    this.asking = asking;
    model = new EvaluateModel(studio, measuring, paces);
    curves = new CurvesModel(studio, measuring, model.settings());
    humans = new HumanModel(studio, dealing, clock, model::refresh);
    picker = new SnapshotPicker(studio);
    closed = empty("evaluate.empty", Feather.HOME, "start");
    unborn = empty("evaluate.unborn", Feather.ACTIVITY, "train");
    studio.openRunProperty().addListener((p, old, now) -> arrange());
    picker.choiceProperty().addListener((p, old, now) -> arrange());
    picker.listedProperty().addListener((p, old, now) -> arrange());
  }

  @Override
  public String id() {
    return "evaluate";
  }

  @Override
  public String title() {
    return Messages.text("rail.evaluate");
  }

  @Override
  public Ikon icon() {
    return Feather.BAR_CHART_2;
  }

  @Override
  public Node content() {
    if (view == null) {
      view = new EvaluateView(studio, model, curves, humans, picker, asking);
      arrange();
    }
    return content;
  }

  @Override
  public void shown() {
    picker.show(true);
    model.show(true);
    EvaluateView made = view;
    if (made != null) {
      // After the button that led here has taken the keyboard.
      studio.ui().execute(made::shown);
    }
  }

  @Override
  public void hidden() {
    picker.show(false);
    model.show(false);
    humans.interrupt();
  }

  @Override
  public void close() {}

  private void arrange() {
    EvaluateView made = view;
    if (made == null) {
      return;
    }
    Node next = made;
    if (studio.openRunProperty().get() == null) {
      next = closed;
    } else if (picker.listedProperty().get() && picker.choiceProperty().get() == null) {
      next = unborn;
    }
    if (!content.getChildren().contains(next)) {
      content.getChildren().setAll(next);
    }
  }

  private EmptyState empty(String key, Ikon icon, String page) {
    return new EmptyState(
        Feather.BAR_CHART_2,
        Messages.text(key),
        Messages.text(key + ".text"),
        Buttons.labelled(icon, key + ".go", () -> studio.pageProperty().set(page)));
  }
}
