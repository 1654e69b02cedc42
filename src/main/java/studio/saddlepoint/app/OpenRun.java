package studio.saddlepoint.app;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.PendingRequest.Asked;
import studio.saddlepoint.app.fx.FxThrottle;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.StepCounts;
import studio.saddlepoint.run.RunAbout;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.curve.KeptCurves;
import studio.saddlepoint.run.curve.LogIndex;
import studio.saddlepoint.run.curve.RunCurves;
import studio.saddlepoint.run.event.Author;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.train.Preview;
import studio.saddlepoint.train.RunDiagnosis;
import studio.saddlepoint.train.diagnosis.Verdict;

/**
 * A run that is open in the window, trained here, trained elsewhere, or at rest. All methods are
 * for the FX thread.
 */
public final class OpenRun {
  /** Between two looks whether the training has done what it was asked for. */
  private static final Duration AWAITED = Duration.ofMillis(50);

  private final StudioModel model;
  private final RunFolder folder;
  private final RunHistory history = new RunHistory();
  private final RunStatus byLog;
  private final ToldChanges changes = new ToldChanges();
  private final ConcurrentLinkedQueue<Event> news = new ConcurrentLinkedQueue<>();
  private final FxThrottle beat;
  private final RunReader reader;
  private final LogDetail detail;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Recipe> recipe = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Training.Status> status = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable RunDiagnosis> lookedAt =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper followed = new ReadOnlyBooleanWrapper();
  private final PendingRequest request = new PendingRequest();
  private final NewestPreview preview = new NewestPreview();
  private @Nullable Training training;
  private boolean startWhenLoaded;
  private long begun = System.nanoTime();

  /** Whether the model is still to be told that the training has ended, however soon that was. */
  private boolean endIsNews;

  OpenRun(StudioModel model, RunFolder folder, boolean trainedElsewhere) {
    this.model = model;
    this.folder = folder;
    byLog = new RunStatus(folder, history);
    recipe.set(folder.recipe());
    followed.set(trainedElsewhere);
    beat = new FxThrottle(model.ui(), this::interval, this::beat);
    detail = new LogDetail(model.background(), model.ui(), folder.events());
    reader = new RunReader(model, folder, new Reading());
    rest();
    title.set(folder.title());
  }

  /** What it is called. */
  public String title() {
    return folder.title();
  }

  /** {@link #title()}, observable: a person may rename it at any time. */
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** A person wrote other words about it. */
  void written(RunAbout about) {
    folder.about(about);
    title.set(folder.title());
  }

  /** Where it is kept. */
  public RunFolder folder() {
    return folder;
  }

  /** What it trains now: the recipe with the changes made on the way. */
  public Recipe recipe() {
    return recipe.get();
  }

  /** {@link #recipe()}, observable. */
  public ReadOnlyObjectProperty<Recipe> recipeProperty() {
    return recipe.getReadOnlyProperty();
  }

  /** What it has told so far. */
  public RunHistory history() {
    return history;
  }

  /** What its log tells beyond {@link #history()}: the numbers of every single step. */
  public LogDetail detail() {
    return detail;
  }

  /** A sample sheet newer than all that are kept; nothing where there is none. */
  public ReadOnlyObjectProperty<@Nullable Preview> previewProperty() {
    return preview.property();
  }

  /** The moves and pictures that its steps so far are made of. */
  public StepCounts counts() {
    return counts(status.get().step());
  }

  /**
   * The moves and pictures that its first steps are made of.
   *
   * @param steps how many
   */
  public StepCounts counts(long steps) {
    return byLog.counts(steps);
  }

  /** The training in this program; empty before the first start here. */
  public Optional<Training> training() {
    return Optional.ofNullable(training);
  }

  /** How it is going. */
  public ReadOnlyObjectProperty<Training.Status> statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** How it is going, in a word or a few. */
  String stateWord() {
    String word =
        loading.get() ? "loading" : followed.get() ? "followed" : status.get().state().name();
    return Messages.text(
        request.asked() == Asked.NOTHING
            ? "state." + word.toLowerCase(Locale.ROOT)
            : "state.asked." + request.asked().name().toLowerCase(Locale.ROOT));
  }

  /** What it was asked for and has not done yet. */
  ReadOnlyObjectProperty<Asked> askedProperty() {
    return request.askedProperty();
  }

  /** Whether its history is still being read. */
  public ReadOnlyBooleanProperty loadingProperty() {
    return loading.getReadOnlyProperty();
  }

  /** Whether another process trains it, so that it can only be watched. */
  public ReadOnlyBooleanProperty followedProperty() {
    return followed.getReadOnlyProperty();
  }

  /** Whether it is being trained in this program. */
  public boolean active() {
    return training != null && !training.status().state().isFinal();
  }

  /** How long it was trained here since it was begun last. */
  public Duration trained() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** Whether its training is paused and was not asked to go on. */
  boolean waits() {
    return active()
        && status.get().state() == Training.State.PAUSED
        && request.asked() != Asked.RESUME;
  }

  /** Whether its training could not begin, so that nothing of it was kept on disk. */
  boolean refused() {
    return history.device().isEmpty() && !Files.exists(folder.path());
  }

  /** Starts or continues the training; a paused one goes on. */
  public void start() {
    if (loading.get()) {
      startWhenLoaded = true;
      return;
    }
    if (active()) {
      ask(Asked.RESUME, Training::resume);
    } else if (!followed.get()) {
      reader.trainsHere();
      training = model.begin(this, this::tell);
      begun = System.nanoTime();
      training.watchedBy(this::draw);
      endIsNews = true;
    }
    beat.request();
  }

  /** Waits after this step. */
  public void pause() {
    ask(Asked.PAUSE, Training::pause);
  }

  /** Waits after this step, or goes on where it waits or is about to. */
  void pauseOrResume() {
    if (waits() || request.asked() == Asked.PAUSE) {
      start();
    } else if (active() && request.asked() != Asked.STOP) {
      pause();
    }
  }

  /** Does one step and waits. */
  public void singleStep() {
    ask(Asked.STEP, Training::singleStep);
  }

  /** Ends the training and keeps everything. */
  public void stop() {
    ask(Asked.STOP, Training::stop);
  }

  /** Goes back to the last good checkpoint and waits there. */
  public void rewind() {
    ask(Asked.REWIND, Training::rewind);
  }

  private void ask(Asked what, Consumer<Training> call) {
    training()
        .ifPresent(
            now -> {
              request.ask(now, what, call);
              beat.hurry();
            });
  }

  /** What a person waits for is shown soon; all else when the drawing budget has room for it. */
  private Duration interval() {
    return request.pending() ? AWAITED : model.budget().interval();
  }

  /**
   * Changes a live hyper-parameter from the next step on.
   *
   * @throws StudioException if it may not change, or not to this value
   */
  public void change(String key, Object value) {
    change(key, value, Author.PERSON);
  }

  /**
   * As {@link #change(String, Object)}, told as the change of somebody else.
   *
   * @param author whose change that is
   */
  public void change(String key, Object value, Author author) {
    if (training != null) {
      training.change(key, value, author);
    }
  }

  /**
   * Whether nobody looked at its pictures while it trained, as of runs of earlier versions, and
   * nobody will by itself.
   */
  public boolean unwatched() {
    return !loading.get()
        && !active()
        && !followed.get()
        && history.lastStep() > 0
        && history.probes().isEmpty();
  }

  /** What {@link #look} has found; nothing before. */
  public ReadOnlyObjectProperty<@Nullable RunDiagnosis> lookedAtProperty() {
    return lookedAt.getReadOnlyProperty();
  }

  /** What a look at its log and checkpoints has found; empty where none was made. */
  Optional<RunDiagnosis> lookedAt() {
    return Optional.ofNullable(lookedAt.get());
  }

  /** Lets the doctor look at its log and its checkpoints, in the background. */
  RunningTask<RunDiagnosis> look() {
    return model
        .tasks()
        .run(
            Messages.text("findings.looking", title()),
            progress -> RunDiagnosis.of(folder, model.home(), progress))
        .onDone(lookedAt::set)
        .onFailed(e -> model.tell(Notice.problem(e)));
  }

  /** How it goes, in a sentence. */
  public Verdict verdict() {
    RunDiagnosis looked = lookedAt.get();
    if (looked != null && unwatched()) {
      return looked.verdict();
    }
    return Verdict.of(
        new Verdict.Standing(
            recipe(),
            history.lastStep(),
            counts(history.lastStep()).imagesSeen(),
            history.findings(),
            history.probes(),
            history.scores()));
  }

  /** Reads its history in the background and, where another process trains it, goes on reading. */
  void load() {
    loading.set(true);
    reader.start();
  }

  /** Stops looking; a training goes on, but one that waits for the history does not begin. */
  public void close() {
    startWhenLoaded = false;
    reader.close();
    if (!active() && !loading.get()) {
      reader.keep();
    }
  }

  /** No training here tells how it is going: the log does. */
  private void rest() {
    status.set(byLog.atRest(recipe(), followed.get()));
  }

  private void loaded() {
    loading.set(false);
    if (history.ended().isPresent()) {
      followed.set(false);
    }
    rest();
    if (startWhenLoaded) {
      startWhenLoaded = false;
      start();
    }
  }

  /** What the log holds, and what another process adds to it. */
  private final class Reading implements RunReader.Listener {
    @Override
    public void kept(KeptCurves curves) {
      history.restore(curves);
      settled(curves.index().events());
    }

    @Override
    public RunCurves curves() {
      return history.curves().copy();
    }

    @Override
    public void indexed(LogIndex index) {
      detail.index(index);
    }

    @Override
    public void read(List<Event> part) {
      take(part);
    }

    @Override
    public boolean readAll() {
      loaded();
      return followed.get();
    }

    @Override
    public void added(List<Event> events) {
      news.addAll(events);
      beat.request();
    }

    @Override
    public void takenUp() {
      followed.set(true);
      rest();
    }

    @Override
    public void leftAlone() {
      followed.set(false);
      rest();
    }
  }

  /** From the training thread. */
  private void tell(Event event) {
    TrainingStory.tell(title(), event);
    news.add(event);
    beat.request();
  }

  /** From the training thread. */
  private void draw(Preview next) {
    preview.offer(next);
    beat.hurry(); // there are few
  }

  /** Takes the newest state, at most as often as the drawing budget allows. */
  private void beat() {
    model.budget().redraw();
    List<Event> events = new ArrayList<>();
    for (Event event = news.poll(); event != null; event = news.poll()) {
      events.add(event);
    }
    take(events);
    preview.update(history);
    if (training == null) {
      rest();
      return;
    }
    events.stream()
        .filter(Event.Found.class::isInstance)
        .map(Event.Found.class::cast)
        .forEach(each -> model.desktop().found(folder.id(), title(), each, trained()));
    Training.Status before = status.get();
    Training.Status now = byLog.whileStarting(recipe(), training.status());
    request.reached(now);
    status.set(now);
    if (!now.state().isFinal()) {
      if (now.state() != Training.State.PAUSED
          || before.state() != now.state()
          || request.pending()) {
        beat.request();
      }
    } else if (endIsNews) {
      endIsNews = false;
      reader.keep();
      model.ended(this, now);
    }
  }

  private void take(List<Event> events) {
    history.add(events);
    settled(events);
  }

  /** What follows from events that the history has taken in. */
  private void settled(List<Event> events) {
    if (events.stream().anyMatch(Event.Begun.class::isInstance)) {
      detail.clear();
    }
    if (!loading.get() && history.ended().isPresent()) {
      followed.set(false);
    }
    if (events.stream().anyMatch(OpenRun::touchesRecipe)) {
      recipe.set(changes.applied(folder.recipe(), history.marks()));
    }
  }

  /** A change does, and going back before one. */
  private static boolean touchesRecipe(Event event) {
    return event instanceof Event.Changed || event instanceof Event.Begun;
  }
}
