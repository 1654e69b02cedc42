package studio.saddlepoint.app;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Author;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.train.Preview;
import studio.saddlepoint.train.Trainer;

/** A {@link Trainer} as the window steers it. */
record TrainerTraining(Trainer trainer) implements Training {
  static Training start(RunFolder run, Home home, Consumer<Event> listener) {
    return new TrainerTraining(Trainer.startYielding(run, home, listener));
  }

  @Override
  public Status status() {
    studio.saddlepoint.train.Status now = trainer.status();
    return new Status(
        State.valueOf(now.state().name()),
        now.step(),
        now.steps(),
        now.imagesPerSecond(),
        now.eta(),
        now.device(),
        now.message());
  }

  @Override
  public void watchedBy(Consumer<Preview> watcher) {
    trainer.watchedBy(watcher);
  }

  @Override
  public void pause() {
    trainer.pause();
  }

  @Override
  public void resume() {
    trainer.resume();
  }

  @Override
  public void singleStep() {
    trainer.singleStep();
  }

  @Override
  public void stop() {
    trainer.stop();
  }

  @Override
  public void change(String key, Object value, Author author) {
    trainer.change(key, value, author);
  }

  @Override
  public void rewind() {
    trainer.rewind();
  }

  @Override
  public CompletableFuture<Snapshot> snapshot(boolean averaged) {
    return trainer.snapshot(averaged);
  }

  @Override
  public boolean await(Duration atMost) {
    try {
      return trainer.await(atMost);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
