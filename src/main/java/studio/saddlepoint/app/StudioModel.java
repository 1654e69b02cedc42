package studio.saddlepoint.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.desktop.DesktopNotices;
import studio.saddlepoint.app.fx.DrawingBudget;
import studio.saddlepoint.app.trial.TrialModel;
import studio.saddlepoint.app.undo.UndoStack;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunAbout;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.list.RunList;
import studio.saddlepoint.run.list.RunSummary;
import studio.saddlepoint.run.list.RunTrash;

/** The model of the whole window. Knows no controls; all methods are for the FX thread. */
public final class StudioModel implements AutoCloseable {
  private final Home home;
  private final Executor ui;
  private final RunTrash trash;
  private final Settings settings;
  private final UserDataSources sources;
  private final DataSetThumbnails thumbnails;
  private final TaskRunner tasks;
  private final DrawingBudget budget = DrawingBudget.ofWindow();
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "run-reader");
            thread.setDaemon(true);
            return thread;
          });
  private final ReadOnlyObjectWrapper<@Nullable SheetSample> toExplore =
      new ReadOnlyObjectWrapper<>();
  private final BooleanProperty findingsShown = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<@Nullable TrainingToFilm> toFilm =
      new ReadOnlyObjectWrapper<>();
  private final StringProperty page = new SimpleStringProperty("start");
  private final ObservableList<RunSummary> runs = FXCollections.observableArrayList();
  private final Trainings trainings;
  private final RunOpening opening;
  private final RecipeData recipeData = new RecipeData(this);
  private final UndoStack undo = new UndoStack(page::set);
  private final TrialModel trials = new TrialModel(this);
  private final DesktopNotices desktop;
  private Consumer<Notice> notices = notice -> {};

  /**
   * A model.
   *
   * @param home the program's folders
   * @param ui the FX thread ({@code Platform::runLater})
   * @param starter begins trainings
   */
  public StudioModel(Home home, Executor ui, Training.Starter starter) {
    this(home, ui, starter, RunTrash.ofSystem());
  }

  /**
   * A model with a trash can of its own.
   *
   * @param home the program's folders
   * @param ui the FX thread ({@code Platform::runLater})
   * @param starter begins trainings
   * @param trash where deleted runs go
   */
  public StudioModel(Home home, Executor ui, Training.Starter starter, RunTrash trash) {
    this.home = home;
    this.trash = trash;
    this.ui = ui;
    this.settings = new Settings(home.settings());
    this.sources = new UserDataSources(settings);
    this.thumbnails = new DataSetThumbnails(home.caches(), background());
    thumbnails.prepare(sources.all());
    this.tasks = new TaskRunner(ui);
    this.desktop = new DesktopNotices(settings, StudioModel::aside, ui);
    this.trainings = new Trainings(starter, ui, this::tell);
    this.opening = new RunOpening(this, trainings);
  }

  /** The program's folders, with the runs where the person prefers them now. */
  public Home home() {
    return settings.preferences().place(home);
  }

  /** Where new runs go unless the person prefers another folder. */
  public Path usualRuns() {
    return home.runs();
  }

  /** The person's preferences. */
  public Settings settings() {
    return settings;
  }

  /** The person's own data sets. */
  public UserDataSources sources() {
    return sources;
  }

  /** How data sets look. */
  public DataSetThumbnails thumbnails() {
    return thumbnails;
  }

  /** Where background work runs. */
  public TaskRunner tasks() {
    return tasks;
  }

  /** How often the window may redraw. */
  public DrawingBudget budget() {
    return budget;
  }

  /** Where deleted runs go. */
  public RunTrash trash() {
    return trash;
  }

  /** Runs on the FX thread, later. */
  public Executor ui() {
    return ui;
  }

  /** Forgets a source of the person's own; the images stay where they are. */
  public void forget(String source) {
    sources.remove(source);
    thumbnails.remove(source);
  }

  /** The run that all pages show; nothing before one is opened. */
  public ReadOnlyObjectProperty<@Nullable OpenRun> openRunProperty() {
    return opening.runProperty();
  }

  /** What is on its way to the pages, such as {@code Opening DCGAN}; empty where nothing is. */
  ReadOnlyStringProperty awaitedProperty() {
    return opening.awaitedProperty();
  }

  /** The id of the page shown; set it to go there. */
  public StringProperty pageProperty() {
    return page;
  }

  /** Whether what was found in the open run is shown. */
  public BooleanProperty findingsShownProperty() {
    return findingsShown;
  }

  /** What was done here and can be taken back. */
  public UndoStack undo() {
    return undo;
  }

  /** What is told while the window is not looked at. */
  public DesktopNotices desktop() {
    return desktop;
  }

  /** Trials of remedies. */
  public TrialModel trials() {
    return trials;
  }

  /** The runs on disk, the last changed first, as of the last {@link #refreshRuns()}. */
  public ObservableList<RunSummary> runs() {
    return runs;
  }

  /**
   * The runs that train here, paused ones too, whichever is open. One at most, but for the moment
   * in which another begins.
   */
  public ObservableList<OpenRun> trainings() {
    return trainings.runs();
  }

  /** Whether a run is being trained here, as of now. */
  public boolean trainsHere(Path folder) {
    return trainings.of(folder).isPresent();
  }

  /** A person wrote other words about a run. */
  public void written(Path folder, RunAbout about) {
    Stream.concat(trainings.runs().stream(), opening.run().stream())
        .filter(run -> run.folder().path().equals(folder))
        .forEach(run -> run.written(about));
  }

  /** Looks at a run no longer, where it is the open one: it is going to be moved away. */
  public void leave(Path folder) {
    if (opening.run().filter(run -> run.folder().path().equals(folder)).isPresent()) {
      opening.leave();
    }
  }

  /**
   * Steps of a run: as it tells them itself where it is open or trains here, for the list of runs
   * is made only now and then.
   */
  long step(RunSummary run) {
    return opening
        .run()
        .filter(open -> open.folder().path().equals(run.folder()))
        .or(() -> trainings.of(run.folder()))
        .map(each -> each.statusProperty().get())
        .map(status -> Math.max(run.lastStep(), status.step()))
        .orElse(run.lastStep());
  }

  /** Whether a run is being trained, here as of now, elsewhere as of the list of runs. */
  boolean trains(RunSummary run) {
    return trainsHere(run.folder()) || run.locked();
  }

  /** Reads the list of runs again, in the background. */
  public void refreshRuns() {
    tasks
        .run(Messages.text("runs.listing"), progress -> RunList.of(home().runFolders()))
        .onDone(runs::setAll)
        .onFailed(e -> tell(Notice.problem(e)));
  }

  /** Shows a message to the person. */
  public void tell(Notice notice) {
    notices.accept(notice);
  }

  /** Who shows messages. */
  void onNotice(Consumer<Notice> listener) {
    notices = listener;
  }

  /** Opens a run that nobody trains, at once. */
  public void open(RunFolder folder) {
    opening.open(folder);
  }

  /**
   * Opens the run in a folder, in the background.
   *
   * @param summary from the list of runs
   * @param start whether to continue the training
   */
  public void open(RunSummary summary, boolean start) {
    opening.open(summary.folder(), Escapes.name(summary.title()), start);
  }

  /**
   * Opens the run in a folder, in the background.
   *
   * @param path the run folder
   * @param start whether to continue the training
   */
  public void open(Path path, boolean start) {
    opening.open(path, PathNames.of(path.toAbsolutePath().normalize()), start);
  }

  /**
   * A run to be looked at beside the one that all pages show. It is read and followed on its own,
   * also where it trains here; whoever asks closes it.
   *
   * @param trained whether somebody trains it now
   */
  public OpenRun look(RunFolder folder, boolean trained) {
    OpenRun made = new OpenRun(this, folder, trained);
    made.load();
    return made;
  }

  /** Trains a new run without showing it; another training is let go for it. */
  public OpenRun trainAside(RunFolder folder) {
    OpenRun made = new OpenRun(this, folder, false);
    made.start();
    return made;
  }

  /**
   * Hands a recipe on at once where its data is here, and later where the person lets it be
   * downloaded.
   */
  public void withData(Recipe recipe, Consumer<Recipe> next) {
    recipeData.ready(recipe, "known.train", next);
  }

  /** Goes back to a run that trains here, on the page where it is watched. */
  void watch(OpenRun training) {
    opening.watch(training);
  }

  /**
   * Makes a run of a recipe, opens it and starts it; offers to download the data set where it is a
   * well-known one that is not here.
   */
  public void train(Recipe recipe) {
    train(recipe, Optional.empty());
  }

  /**
   * As {@link #train(Recipe)}, from the weights of another run.
   *
   * @param from what its networks start from; empty for first weights of its own
   */
  public void train(Recipe recipe, Optional<FineTuning> from) {
    recipeData.ready(recipe, "known.train", ready -> opening.train(ready, from));
  }

  /** Puts the recipe of a run into the form, to be started from its weights on any data. */
  public void fineTune(Path run, String title) {
    opening.fineTune(run, title);
  }

  /** Puts a run's values at a checkpoint into the form, for a run that goes on from there. */
  public void branch(Path run, String title) {
    opening.branch(run, title, OptionalLong.empty());
  }

  /**
   * As {@link #branch(Path, String)}, at the newest checkpoint that is not after a step. The form
   * says which one that is, and offers the others.
   */
  public void branch(OpenRun run, long step) {
    opening.branch(run.folder().path(), Escapes.name(run.title()), OptionalLong.of(step));
  }

  /** What the recipe in the form starts from; nothing where from first weights of its own. */
  public ReadOnlyObjectProperty<@Nullable FineTuning> fineTuningProperty() {
    return opening.fineTuningProperty();
  }

  /** Takes another checkpoint to start from. */
  public void startFrom(FineTuning from) {
    opening.startFrom(from);
  }

  /** The recipe in the form when no run is open: what a new run would be made of. */
  public ReadOnlyObjectProperty<@Nullable Recipe> draftProperty() {
    return opening.draftProperty();
  }

  /** Puts a recipe into the form, to be adjusted before it is trained. */
  public void draft(Recipe recipe) {
    opening.draft(recipeData.found(recipe));
    page.set("train");
    recipeData.ready(
        recipe,
        "known.get",
        ready -> {
          if (recipe.equals(opening.draftProperty().get())) {
            opening.draft(ready);
          }
        });
  }

  /** The sample that the explorer is asked to show; nothing before one is. */
  public ReadOnlyObjectProperty<@Nullable SheetSample> toExploreProperty() {
    return toExplore.getReadOnlyProperty();
  }

  /** Opens the explorer at a sample of the open run's sheets. */
  public void explore(SheetSample sample) {
    toExplore.set(null);
    toExplore.set(sample);
    page.set("explore");
  }

  /** Stops every training and waits for their last checkpoints, then ends background work. */
  @Override
  public void close() {
    trials.end();
    trainings.end();
    tasks.close();
    background.shutdownNow();
  }

  /**
   * Stops every training and waits for their last checkpoints, at most a minute; from any thread,
   * also where the window is gone already.
   */
  void endTrainings() {
    trials.end();
    trainings.end();
  }

  /** Whether something trains here. */
  public boolean trains() {
    return trainings.any();
  }

  /** Begins the training of a run that is opened; see {@link Trainings#begin}. */
  Training begin(OpenRun run, Consumer<Event> listener) {
    return trainings.begin(run, listener);
  }

  /** Lets the open run's training wait or go on; where it has none, that of another run. */
  void pauseOrResume() {
    trainings.pauseOrResume(opening.run());
  }

  /** One thread that reads what is on disk. */
  public Executor background() {
    return work -> {
      if (!background.isShutdown()) {
        background.execute(work);
      }
    };
  }

  /** On a thread of its own, for the desktop may let one wait. */
  private static void aside(Runnable work) {
    Thread thread = new Thread(work, "desktop-notice");
    thread.setDaemon(true);
    thread.start();
  }

  /** With the offer to film it, where there is something to film. */
  private Notice finished(OpenRun run) {
    Notice told = Notice.success(Messages.text("run.finished", run.title()));
    int sheets = run.history().sheets().size();
    return sheets < 2
        ? told
        : told.offering(
            Feather.FILM,
            "run.finished.film",
            () -> {
              page.set("train");
              toFilm.set(null); // the same once more is another request
              toFilm.set(new TrainingToFilm(run.folder(), sheets));
            });
  }

  /** The training that is to be filmed, as it was asked for last. */
  public ReadOnlyObjectProperty<@Nullable TrainingToFilm> toFilmProperty() {
    return toFilm.getReadOnlyProperty();
  }

  /** A training has ended: tells of it where nobody sees that. */
  void ended(OpenRun run, Training.Status status) {
    trainings.ended(run);
    desktop.ended(run.title(), status, run.trained());
    boolean shown = opening.run().filter(run::equals).isPresent();
    boolean watched = shown && page.get().equals("train");
    if (shown && status.state() == Training.State.FAILED && run.refused()) {
      opening.draftAgain(run); // where what was refused can be mended
      tell(Notice.problem(status.message()));
    } else if (status.state() == Training.State.FAILED && !watched) {
      tell(Notice.problem(status.message()));
    } else if (status.state() == Training.State.FINISHED && !status.message().isEmpty()) {
      tell(Notice.problem(status.message())); // its last checkpoint could not be written
    } else if (status.state() == Training.State.FINISHED) {
      tell(finished(run));
    }
    refreshRuns();
  }
}
