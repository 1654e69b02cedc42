package studio.saddlepoint.app.explore;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.Page;
import studio.saddlepoint.app.SheetSample;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.explore.time.TimelineModel;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.EmptyState;
import studio.saddlepoint.app.fx.FxThrottle;
import studio.saddlepoint.app.snapshot.SnapshotChoice;
import studio.saddlepoint.app.snapshot.SnapshotPicker;

/** The page where one walks through a generator's latent space, also while it trains. */
public final class ExplorePage implements Page {
  /** How often live weights are taken again while the run trains. */
  private static final Duration FOLLOWED_EVERY = Duration.ofSeconds(5);

  private final StudioModel studio;
  private final Weights weights;
  private final ExploreModel model;
  private final SnapshotPicker picker;
  private final KeepBestQuality kept;
  private final TimelineModel timeline;
  private final StackPane content = new StackPane();
  private final EmptyState closed;
  private final EmptyState unborn;
  private final BooleanProperty following = new SimpleBooleanProperty(true);
  private @Nullable ExploreView view;
  private boolean visible;
  private boolean timing;
  private boolean stale;
  private int asked;

  /**
   * The page.
   *
   * @param studio what the window works on
   */
  public ExplorePage(StudioModel studio) {
    this(studio, new SnapshotWeights());
  }

  ExplorePage(StudioModel studio, Weights weights) {
    this.studio = studio;
    this.weights = weights;
    model = new ExploreModel(studio.ui(), new Random(), studio.undo(), InstantSource.system());
    picker = new SnapshotPicker(studio);
    kept = new KeepBestQuality(studio, model);
    timeline = new TimelineModel(studio.ui());
    model.throughTraining(this::drawTimeline);
    closed = empty("explore.empty", Feather.HOME, "start");
    unborn = empty("explore.unborn", Feather.ACTIVITY, "train");
    studio
        .openRunProperty()
        .addListener(
            (p, old, now) -> {
              model.leave();
              timeline.leave();
              releaseHeld();
              arrange();
            });
    studio
        .toExploreProperty()
        .addListener(
            (p, old, now) -> {
              if (now != null) {
                explore(now);
              }
            });
    picker.choiceProperty().addListener((p, old, now) -> load());
    picker.averagedProperty().addListener((p, old, now) -> load());
    picker.listedProperty().addListener((p, old, now) -> arrange());
    following.addListener((p, old, now) -> follow());
  }

  @Override
  public String id() {
    return "explore";
  }

  @Override
  public String title() {
    return Messages.text("rail.explore");
  }

  @Override
  public Ikon icon() {
    return Feather.COMPASS;
  }

  @Override
  public Node content() {
    if (view == null) {
      ExploreView made =
          new ExploreView(studio, model, picker, kept, timeline, following, this::load);
      made.refreshVisibleProperty()
          .bind(Bindings.createBooleanBinding(this::live, picker.choiceProperty()));
      view = made;
      arrange();
    }
    return content;
  }

  @Override
  public void shown() {
    visible = true;
    picker.show(true);
    model.show(true);
    if (stale || model.subjectProperty().get() == null || live()) {
      load();
    }
    follow();
  }

  @Override
  public void hidden() {
    visible = false;
    picker.show(false);
    model.show(false);
  }

  @Override
  public void close() {
    kept.close();
    timeline.close();
    releaseHeld();
    model.close();
  }

  private void releaseHeld() {
    if (view != null) {
      view.release();
    }
  }

  /** How many looks at training pictures are held. */
  int heldPictures() {
    return view == null ? 0 : view.heldPictures();
  }

  /** What is behind the page. */
  ExploreModel model() {
    return model;
  }

  /** Stands at a sample of the run's sheets, with the weights that drew it or the nearest. */
  private void explore(SheetSample sample) {
    model.canvasProperty().set(CanvasKind.PICTURE);
    model.move(
        model
            .state()
            .withThreshold(Double.POSITIVE_INFINITY)
            .withA(sample.point())
            .withPlace(0)
            .withLabel(sample.label()));
    picker.choose(sample.step(), sample.averaged());
  }

  private void drawTimeline() {
    OpenRun run = studio.openRunProperty().get();
    ExploreEngine.Subject subject = model.subjectProperty().get();
    if (run != null && subject != null) {
      timeline.draw(
          run.folder(), subject.averaged(), GridPart.cell(model.state()), model.state().noise());
    }
  }

  private boolean live() {
    return picker.choiceProperty().get() instanceof SnapshotChoice.Live;
  }

  private void load() {
    OpenRun run = studio.openRunProperty().get();
    SnapshotChoice choice = picker.choiceProperty().get();
    arrange();
    if (run == null || choice == null || !visible) {
      stale = true;
      return;
    }
    stale = false;
    int mine = ++asked;
    boolean averaged = picker.averagedProperty().get();
    if (choice instanceof SnapshotChoice.Saved saved) {
      model.use(weights.saved(run, saved.checkpoint(), averaged));
    } else {
      weights
          .live(run, averaged)
          .whenComplete(
              (renderer, error) -> studio.ui().execute(() -> take(run, mine, renderer, error)));
      follow();
    }
  }

  private void take(OpenRun run, int mine, @Nullable Renderer renderer, @Nullable Throwable error) {
    if (renderer == null) {
      // When a training has ended, its newest checkpoint is soon chosen in place of live weights.
      if (mine == asked && error != null && run.active()) {
        model.failed(error);
      }
    } else if (mine == asked) {
      model.use(renderer);
    } else {
      renderer.close();
    }
  }

  /** Takes the live weights again after a while, as long as they are looked at. */
  private void follow() {
    if (timing || !visible || !following.get() || !live()) {
      return;
    }
    timing = true;
    FxThrottle.later(
        studio.ui(),
        FOLLOWED_EVERY,
        () -> {
          timing = false;
          OpenRun run = studio.openRunProperty().get();
          if (run != null && visible && following.get() && live()) {
            long step = run.statusProperty().get().step();
            ExploreEngine.Subject shown = model.subjectProperty().get();
            if (shown == null || shown.step() != step) {
              load();
            }
          }
          follow();
        });
  }

  private void arrange() {
    ExploreView made = view;
    if (made == null) {
      return;
    }
    OpenRun run = studio.openRunProperty().get();
    if (run == null) {
      content.getChildren().setAll(closed);
    } else if (picker.listedProperty().get() && picker.choiceProperty().get() == null) {
      content.getChildren().setAll(unborn);
    } else if (!content.getChildren().contains(made)) {
      content.getChildren().setAll(made);
    }
  }

  private EmptyState empty(String key, Ikon icon, String page) {
    return new EmptyState(
        Feather.COMPASS,
        Messages.text(key),
        Messages.text(key + ".text"),
        Buttons.labelled(icon, key + ".go", () -> studio.pageProperty().set(page)));
  }
}
