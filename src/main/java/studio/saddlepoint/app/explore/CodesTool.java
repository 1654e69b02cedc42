package studio.saddlepoint.app.explore;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.explore.ExploreEngine.Drawn;
import studio.saddlepoint.app.explore.ExploreEngine.Subject;
import studio.saddlepoint.app.explore.code.BookmarkShelf;
import studio.saddlepoint.app.explore.code.CodeBars;
import studio.saddlepoint.app.explore.code.CodesDialogs;
import studio.saddlepoint.app.explore.code.CodesPanel;
import studio.saddlepoint.app.explore.code.SnapshotExchange;
import studio.saddlepoint.app.explore.code.StandingCode;
import studio.saddlepoint.app.explore.code.TakenCode;
import studio.saddlepoint.core.Picture;

/** The bookmarks of the run and the numbers of the code, beside the canvas. */
final class CodesTool extends VBox {
  private final StudioModel studio;
  private final ExploreModel model;
  private final BookmarkShelf shelf;
  private final CodesPanel panel;
  private final CodeBars bars;

  CodesTool(StudioModel studio, ExploreModel model) {
    this.studio = studio;
    this.model = model;
    getStyleClass().add("explore-side");
    shelf =
        new BookmarkShelf(
            inTurn(studio.background()),
            studio.ui(),
            studio.undo(),
            text -> studio.tell(Notice.problem(text)));
    panel =
        new CodesPanel(
            shelf,
            new SnapshotExchange(studio, model::share),
            new CodesDialogs(studio, () -> getScene().getWindow()),
            this::edited,
            this::take);
    bars = new CodeBars(point -> model.move(model.state().take(point)));
    getChildren().addAll(section(panel), section(bars));
    model.stateProperty().addListener((p, old, now) -> show());
    model.drawnProperty(Part.CURRENT).addListener((p, old, now) -> show());
    bars.spaceProperty().addListener((p, old, now) -> show());
    model
        .subjectProperty()
        .addListener(
            (p, old, now) -> {
              open();
              show();
            });
    open();
    show();
  }

  private static VBox section(Node content) {
    VBox section = new VBox(content);
    section.getStyleClass().add("explore-section");
    return section;
  }

  /** One after the other, on whatever threads there are. */
  private static Executor inTurn(Executor threads) {
    return new Executor() {
      private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

      @Override
      public synchronized void execute(Runnable task) {
        last = last.handle((done, error) -> done).thenRunAsync(task, threads);
      }
    };
  }

  private void open() {
    OpenRun run = studio.openRunProperty().get();
    shelf.open(run == null ? null : run.folder().path());
  }

  private void show() {
    Subject subject = model.subjectProperty().get();
    if (subject == null) {
      panel.currentProperty().set(null);
      bars.currentProperty().set(null);
      bars.numbersProperty().set(null);
      return;
    }
    ExploreState state = model.state();
    Drawn drawn = model.drawnProperty(Part.CURRENT).get();
    Optional<Picture> picture =
        drawn == null || !drawn.points().get(0).equals(state.current())
            ? Optional.empty()
            : Optional.of(drawn.pictures().get(0));
    panel
        .currentProperty()
        .set(
            new StandingCode(
                state.current(),
                className(subject, state.label()),
                OptionalLong.of(subject.step()),
                picture));
    bars.currentProperty().set(state.current());
    model.numbers(bars.spaceProperty().get(), bars.numbersProperty()::set);
  }

  private static Optional<String> className(Subject subject, int label) {
    List<String> names = subject.latent().classNames();
    return label < names.size() ? Optional.of(names.get(label)) : Optional.empty();
  }

  private void edited(StandingCode code, Consumer<StandingCode> take) {
    model.edited(
        point ->
            take.accept(new StandingCode(point, code.className(), code.step(), code.picture())));
  }

  private void take(TakenCode taken) {
    @Nullable Subject subject = model.subjectProperty().get();
    List<String> names = subject == null ? List.of() : subject.latent().classNames();
    int label =
        taken
            .className()
            .map(names::indexOf)
            .filter(each -> each >= 0)
            .orElse(model.state().label());
    ExploreState state = model.state().withLabel(label);
    model.move(
        switch (taken.place()) {
          case HERE -> state.withShifts(List.of()).take(taken.point()); // it holds its own
          case A -> state.withA(taken.point());
          case B -> state.withB(taken.point());
        });
  }
}
