package studio.saddlepoint.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.fx.DrawingBudget;
import studio.saddlepoint.app.undo.UndoStack;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.Event;
import studio.saddlepoint.run.RunAbout;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.RunSummary;
import studio.saddlepoint.run.RunTrash;

/** What the whole window works on. Knows no controls; all methods are for the FX thread. */
public final class StudioModel implements AutoCloseable {
    /** Pages that look at the open run, whichever it is. */
    private static final Set<String> LOOKING = Set.of("explore", "evaluate");

    private final Home home;
    private final Executor ui;
    private final Training.Starter starter;
    private final RunTrash trash;
    private final Settings settings;
    private final OwnSources sources;
    private final SourceThumbnails thumbnails;
    private final TaskRunner tasks;
    private final DrawingBudget budget = DrawingBudget.ofWindow();
    private final ExecutorService background =
            Executors.newSingleThreadExecutor(
                    work -> {
                        Thread thread = new Thread(work, "run-reader");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final ReadOnlyObjectWrapper<@Nullable OpenRun> openRun = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Recipe> draft = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SheetSample> toExplore =
            new ReadOnlyObjectWrapper<>();
    private final StringProperty page = new SimpleStringProperty("start");
    private final ObservableList<RunSummary> runs = FXCollections.observableArrayList();
    private final ObservableList<OpenRun> trainings = FXCollections.observableArrayList();
    private final ObservableList<OpenRun> trainingsToSee =
            FXCollections.unmodifiableObservableList(trainings);
    private final UndoStack undo = new UndoStack(page::set);
    private final BegunTrainings begun = new BegunTrainings();
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
        this.starter = starter;
        this.settings = new Settings(home.settings());
        this.sources = new OwnSources(settings);
        this.thumbnails = new SourceThumbnails(home.caches(), background());
        this.tasks = new TaskRunner(ui);
    }

    /** The program's folders. */
    public Home home() {
        return home;
    }

    /** The person's preferences. */
    public Settings settings() {
        return settings;
    }

    /** The person's own data sets. */
    public OwnSources sources() {
        return sources;
    }

    /** How data sets look. */
    public SourceThumbnails thumbnails() {
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

    /** The run that all pages show; nothing before one is opened. */
    public ReadOnlyObjectProperty<@Nullable OpenRun> openRunProperty() {
        return openRun.getReadOnlyProperty();
    }

    /** The id of the page shown; set it to go there. */
    public StringProperty pageProperty() {
        return page;
    }

    /** What was done here and can be taken back. */
    public UndoStack undo() {
        return undo;
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
        return trainingsToSee;
    }

    /** Whether a run is being trained here, as of now. */
    public boolean trainsHere(Path folder) {
        return training(folder).isPresent();
    }

    /** A person wrote other words about a run. */
    public void written(Path folder, RunAbout about) {
        Stream.concat(trainings.stream(), Stream.ofNullable(openRun.get()))
                .filter(run -> run.folder().path().equals(folder))
                .forEach(run -> run.written(about));
    }

    /** Looks at a run no longer, where it is the open one: it is going to be moved away. */
    public void leave(Path folder) {
        OpenRun open = openRun.get();
        if (open != null && open.folder().path().equals(folder)) {
            open.close();
            openRun.set(null);
        }
    }

    private Optional<OpenRun> training(Path folder) {
        return trainings.stream().filter(run -> run.folder().path().equals(folder)).findFirst();
    }

    /**
     * Steps of a run: as it tells them itself where it is open or trains here, for the list of runs
     * is made only now and then.
     */
    long step(RunSummary run) {
        OpenRun open = openRun.get();
        Optional<OpenRun> here =
                open != null && open.folder().path().equals(run.folder())
                        ? Optional.of(open)
                        : training(run.folder());
        return here.map(each -> each.statusProperty().get())
                .map(status -> Math.max(run.lastStep(), status.step()))
                .orElse(run.lastStep());
    }

    /** Whether a run is being trained, here as of now, elsewhere as of the list of runs. */
    boolean trains(RunSummary run) {
        return training(run.folder()).isPresent() || run.locked();
    }

    /** Reads the list of runs again, in the background. */
    public void refreshRuns() {
        tasks.run(Messages.text("runs.listing"), progress -> RunFolder.list(home.runs()))
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
        open(folder, false, false);
    }

    /**
     * Opens the run in a folder, in the background.
     *
     * @param summary from the list of runs
     * @param start whether to continue the training
     */
    public void open(RunSummary summary, boolean start) {
        open(summary.folder(), start);
    }

    /**
     * Opens the run in a folder, in the background.
     *
     * @param path the run folder
     * @param start whether to continue the training
     */
    public void open(Path path, boolean start) {
        Path folder = path.toAbsolutePath().normalize();
        Optional<OpenRun> known = training(folder);
        if (known.isPresent()) {
            show(known.get(), start);
            return;
        }
        tasks.run(Messages.text("run.opening", PathNames.of(folder)), p -> find(folder))
                .onDone(
                        found ->
                                // Asked for twice, it may train by now.
                                training(folder)
                                        .ifPresentOrElse(
                                                run -> show(run, start),
                                                () -> open(found.folder, found.locked, start)))
                .onFailed(e -> tell(Notice.problem(e)));
    }

    /** Makes a run of a recipe, opens it and starts it. */
    public void train(Recipe recipe) {
        tasks.run(
                        Messages.text("run.creating", recipe.title()),
                        progress -> RunFolder.create(home.runs(), recipe))
                .onDone(
                        folder -> {
                            OpenRun run = new OpenRun(this, folder, false);
                            show(run, true);
                            refreshRuns();
                        })
                .onFailed(e -> tell(Notice.problem(e)));
    }

    /** The recipe in the form when no run is open: what a new run would be made of. */
    public ReadOnlyObjectProperty<@Nullable Recipe> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /** Puts a recipe into the form, to be adjusted before it is trained. */
    public void draft(Recipe recipe) {
        backToForm(recipe);
        page.set("train");
    }

    private void backToForm(Recipe recipe) {
        OpenRun before = openRun.get();
        if (before != null) {
            before.close();
        }
        openRun.set(null);
        draft.set(recipe);
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
        begun.end();
        tasks.close();
        background.shutdownNow();
    }

    /**
     * Stops every training and waits for their last checkpoints, at most a minute; from any thread,
     * also where the window is gone already.
     */
    void endTrainings() {
        begun.end();
    }

    /** Whether something trains here. */
    public boolean trains() {
        return trainings.stream().anyMatch(OpenRun::active);
    }

    /**
     * Begins the training of a run that is opened. Another one is let go only when this one has
     * begun: one that cannot begin stops nothing.
     */
    Training begin(OpenRun run, Consumer<Event> listener) {
        boolean alone = !trains();
        Training started =
                starter.start(
                        run.folder(),
                        alone
                                ? listener
                                : event -> {
                                    listener.accept(event);
                                    if (event instanceof Event.Begun) {
                                        ui.execute(() -> stopOthers(run));
                                    }
                                });
        begun.add(started);
        trainings.add(run);
        return started;
    }

    /** Lets the open run's training wait or go on; where it has none, that of another run. */
    void pauseOrResume() {
        OpenRun open = openRun.get();
        Optional<OpenRun> other = trainings.stream().reduce((first, second) -> second);
        Optional.ofNullable(open)
                .filter(OpenRun::active)
                .or(() -> other)
                .ifPresent(OpenRun::pauseOrResume);
    }

    /** One thread that reads what is on disk. */
    public Executor background() {
        return work -> {
            if (!background.isShutdown()) {
                background.execute(work);
            }
        };
    }

    private void stopOthers(OpenRun starting) {
        for (OpenRun each : List.copyOf(trainings)) {
            if (each != starting && each.active()) {
                each.stop();
                tell(Notice.info(Messages.text("run.stopped.for.other", each.title())));
            }
        }
    }

    void ended(OpenRun run, Training.Status status) {
        trainings.remove(run);
        run.training().ifPresent(begun::remove);
        boolean shown = openRun.get() == run;
        boolean watched = shown && page.get().equals("train");
        if (shown && status.state() == Training.State.FAILED && run.refused()) {
            backToForm(run.recipe()); // where what was refused can be mended
            tell(Notice.problem(status.message()));
        } else if (status.state() == Training.State.FAILED && !watched) {
            tell(Notice.problem(status.message()));
        } else if (status.state() == Training.State.FINISHED && !status.message().isEmpty()) {
            tell(Notice.problem(status.message())); // its last checkpoint could not be written
        } else if (status.state() == Training.State.FINISHED) {
            tell(Notice.success(Messages.text("run.finished", run.title())));
        }
        refreshRuns();
    }

    private record Found(RunFolder folder, boolean locked) {}

    private Found find(Path path) {
        RunFolder folder = RunFolder.open(path);
        return new Found(folder, folder.isTrained());
    }

    private void open(RunFolder folder, boolean locked, boolean start) {
        OpenRun run = new OpenRun(this, folder, locked);
        run.load();
        show(run, start);
    }

    private void show(OpenRun run, boolean start) {
        OpenRun before = openRun.get();
        if (before != null && before != run) {
            before.close();
        }
        openRun.set(run);
        if (start) {
            try {
                run.start();
            } catch (StudioException e) {
                tell(Notice.problem(e));
            }
        }
        // Who looks at runs, one after the other, goes on looking at the same.
        if (start || !LOOKING.contains(page.get())) {
            page.set("train");
        }
    }
}
