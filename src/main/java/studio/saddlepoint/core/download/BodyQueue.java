package studio.saddlepoint.core.download;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer, taken piece by piece by a thread that never waits long, so that it can
 * notice that the work was cancelled. The next piece is asked for when one is taken; closing ends
 * the connection.
 */
final class BodyQueue implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {
  /** What came. */
  sealed interface Arrival {}

  /** A piece of the body. */
  record Bytes(List<ByteBuffer> buffers) implements Arrival {}

  /** The body is complete. */
  record End() implements Arrival {}

  /** The connection broke. */
  record Broken(Throwable cause) implements Arrival {}

  /** Nothing in this time. */
  record Nothing() implements Arrival {}

  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private final AtomicReference<Flow.@Nullable Subscription> subscription = new AtomicReference<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Takes what came, or waits for it.
   *
   * @param patience how long at most
   */
  Arrival next(Duration patience) {
    try {
      Arrival arrival = arrivals.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (arrival instanceof Bytes) {
        Flow.Subscription now = subscription.get();
        if (now != null) {
          now.request(1);
        }
      }
      return arrival == null ? new Nothing() : arrival;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Cancelled.");
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription.set(given);
    if (closed.get()) {
      given.cancel();
    } else {
      given.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    arrivals.add(new Bytes(buffers));
  }

  @Override
  public void onError(Throwable cause) {
    arrivals.add(new Broken(cause));
  }

  @Override
  public void onComplete() {
    arrivals.add(new End());
  }

  @Override
  public void close() {
    closed.set(true);
    Flow.Subscription now = subscription.get();
    if (now != null) {
      now.cancel();
    }
  }
}
