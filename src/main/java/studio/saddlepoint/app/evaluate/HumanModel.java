package studio.saddlepoint.app.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.LongSupplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.Problems;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.evaluate.Dealing.Dealt;
import studio.saddlepoint.app.evaluate.Measuring.Subject;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.metrics.How;
import studio.saddlepoint.metrics.HowJudged;
import studio.saddlepoint.metrics.human.HumanDeck;
import studio.saddlepoint.metrics.human.HumanTest;
import studio.saddlepoint.metrics.human.HumanTest.Answer;
import studio.saddlepoint.metrics.human.HumanTest.Pace;
import studio.saddlepoint.metrics.human.Staircase;
import studio.saddlepoint.run.ScoreCard;

/** The human test, picture by picture. Knows no controls; for the FX thread. */
final class HumanModel {
    /** Where a test stands. */
    enum Stage {
        /** It is being set up. */
        SETUP,
        /** Its pictures are being made. */
        DEALING,
        /** Waits for the person, before the first picture and after an interruption. */
        READY,
        /** Nothing is shown for a moment, so that the eye is ready; only where time is limited. */
        GAP,
        /** A picture is shown. */
        SHOWN,
        /** It has been shown long enough; the answer is awaited. */
        MASKED,
        /** All answers are given. */
        RESULT
    }

    /**
     * A finished test.
     *
     * @param run of which run
     * @param step of which step
     * @param averaged of which weights
     * @param test the answers
     * @param cards the pictures, in the order of the answers
     * @param how how the numbers were made
     */
    record Finished(
            OpenRun run,
            long step,
            boolean averaged,
            HumanTest test,
            List<HumanDeck.Card> cards,
            How how) {
        /** Pictures of a kind that were taken for the other. */
        List<HumanDeck.Card> mistaken(boolean real) {
            List<HumanDeck.Card> found = new ArrayList<>();
            for (int i = 0; i < cards.size(); i++) {
                if (cards.get(i).real() == real && !test.answers().get(i).right()) {
                    found.add(cards.get(i));
                }
            }
            return found;
        }
    }

    /** Lengths of a test, in pictures. */
    static final List<Integer> COUNTS = List.of(20, 50, 100, 200);

    static final Duration GAP = Duration.ofMillis(500);

    private final StudioModel studio;
    private final Dealing dealing;
    private final LongSupplier clock;
    private final Runnable kept;
    private final ObjectProperty<Integer> count = new SimpleObjectProperty<>(50);
    private final ObjectProperty<Pace> pace = new SimpleObjectProperty<>(Pace.UNTIMED);
    private final DoubleProperty threshold = new SimpleDoubleProperty(Double.POSITIVE_INFINITY);
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.SETUP);
    private final ReadOnlyObjectWrapper<@Nullable RunningTask<Dealt>> task =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Finished> finished =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper answered = new ReadOnlyIntegerWrapper();
    private final List<Answer> answers = new ArrayList<>();
    private Staircase stairs = new Staircase();
    private OptionalDouble truncation = OptionalDouble.empty();
    private Pace asked = Pace.UNTIMED;
    private @Nullable Subject subject;
    private @Nullable Dealt dealt;
    private long seed;
    private long since;

    /**
     * No test yet.
     *
     * @param clock nanoseconds
     * @param kept told when a result was kept with its run
     */
    HumanModel(StudioModel studio, Dealing dealing, LongSupplier clock, Runnable kept) {
        this.studio = studio;
        this.dealing = dealing;
        this.clock = clock;
        this.kept = kept;
        studio.openRunProperty().addListener((p, old, now) -> reset());
    }

    /** How many pictures a test has, half of them real. */
    ObjectProperty<Integer> countProperty() {
        return count;
    }

    /** How long pictures are shown. */
    ObjectProperty<Pace> paceProperty() {
        return pace;
    }

    /** Truncation of the generated pictures; infinite for none. */
    DoubleProperty thresholdProperty() {
        return threshold;
    }

    /** Where the test stands. */
    ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** The making of the pictures, while that goes on. */
    ReadOnlyObjectProperty<@Nullable RunningTask<Dealt>> taskProperty() {
        return task.getReadOnlyProperty();
    }

    /** The test that was finished last. */
    ReadOnlyObjectProperty<@Nullable Finished> finishedProperty() {
        return finished.getReadOnlyProperty();
    }

    /** What went wrong; empty when nothing did. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether pictures are being shown, or about to be. */
    boolean testing() {
        return switch (stage.get()) {
            case READY, GAP, SHOWN, MASKED -> true;
            case SETUP, DEALING, RESULT -> false;
        };
    }

    /** Whether this test limits the time that a picture is seen. */
    boolean timed() {
        return asked == Pace.STAIRCASE;
    }

    /** How many answers were given. */
    ReadOnlyIntegerProperty answeredProperty() {
        return answered.getReadOnlyProperty();
    }

    /** How many pictures this test has. */
    int size() {
        return dealt == null ? 0 : dealt.deck().cards().size();
    }

    /** The picture to judge. */
    HumanDeck.Card card() {
        if (dealt == null) {
            throw new IllegalStateException("no test");
        }
        return dealt.deck().cards().get(answers.size());
    }

    /** Noise in place of a picture that was shown long enough: it ends the after-image. */
    Picture mask() {
        Picture like = card().picture();
        Random random = new Random(answers.size());
        int[] argb = new int[like.argb().length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xff000000 | random.nextInt(256) * 0x010101;
        }
        return new Picture(like.width(), like.height(), argb);
    }

    /** Makes a test's pictures and then waits for the person. */
    void start(Subject next) {
        problem.set("");
        asked = pace.get();
        truncation =
                Double.isInfinite(threshold.get())
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(threshold.get());
        int pictures = count.get();
        OptionalDouble limit = truncation;
        seed = clock.getAsLong();
        long drawn = seed;
        RunningTask<Dealt> made =
                studio.tasks()
                        .run(
                                Messages.text("human.task"),
                                progress -> dealing.deal(next, pictures, limit, drawn, progress));
        task.set(made);
        stage.set(Stage.DEALING);
        made.onDone(deck -> dealt(made, next, deck))
                .onFailed(
                        error -> {
                            if (task.get() == made) {
                                problem.set(Problems.describe(error));
                                reset();
                            }
                        })
                .onCancelled(
                        () -> {
                            if (task.get() == made) {
                                reset();
                            }
                        });
    }

    private void dealt(RunningTask<Dealt> made, Subject of, Dealt deck) {
        if (task.get() != made) {
            return;
        }
        task.set(null);
        subject = of;
        dealt = deck;
        answers.clear();
        answered.set(0);
        stairs = new Staircase();
        stage.set(Stage.READY);
    }

    /** The person is ready. */
    void begin() {
        if (stage.get() == Stage.READY) {
            next();
        }
    }

    private void next() {
        since = clock.getAsLong();
        stage.set(timed() ? Stage.GAP : Stage.SHOWN);
    }

    /** Time passes: shows the picture after the gap, and hides it after its exposure. */
    void tick() {
        long passed = clock.getAsLong() - since;
        if (stage.get() == Stage.GAP && passed >= GAP.toNanos()) {
            since += passed;
            stage.set(Stage.SHOWN);
        } else if (stage.get() == Stage.SHOWN
                && timed()
                && passed >= Duration.ofMillis(stairs.millis()).toNanos()) {
            stage.set(Stage.MASKED);
        }
    }

    /** Takes an answer, where one is awaited. */
    void answer(boolean saidReal) {
        Dealt now = dealt;
        if (now == null || stage.get() != Stage.SHOWN && stage.get() != Stage.MASKED) {
            return;
        }
        Answer answer =
                new Answer(
                        card().real(),
                        saidReal,
                        Duration.ofNanos(clock.getAsLong() - since),
                        timed() ? stairs.millis() : 0);
        answers.add(answer);
        stairs.answered(answer.right());
        if (answers.size() < now.deck().cards().size()) {
            next();
            answered.set(answers.size());
        } else {
            finish(now);
        }
    }

    /** The page is left: waits for the person, who sees the picture anew when they come back. */
    void interrupt() {
        if (testing()) {
            stage.set(Stage.READY);
        }
    }

    /** Ends the test, or leaves its result; an unfinished one keeps nothing. */
    void reset() {
        RunningTask<Dealt> making = task.get();
        if (making != null) {
            making.cancel();
        }
        task.set(null);
        stage.set(Stage.SETUP);
        dealt = null;
        subject = null;
        answers.clear();
        answered.set(0);
        finished.set(null);
    }

    private void finish(Dealt now) {
        Subject of = subject;
        if (of == null) {
            return;
        }
        HumanTest test = new HumanTest(asked, answers);
        How how = HowJudged.of(test, truncation, seed);
        finished.set(
                new Finished(of.run(), now.step(), of.averaged(), test, now.deck().cards(), how));
        stage.set(Stage.RESULT);
        ScoreCard card =
                new ScoreCard(
                        Instant.now(),
                        now.step(),
                        ScoreCard.weights(of.averaged()),
                        how.sentence(),
                        how.settings(),
                        Scores.of(test));
        studio.tasks()
                .run(
                        Messages.text("human.keeping"),
                        progress -> {
                            of.run().folder().saveScore(card);
                            return card;
                        })
                .onDone(done -> kept.run())
                .onFailed(error -> problem.set(Problems.describe(error)));
    }
}
