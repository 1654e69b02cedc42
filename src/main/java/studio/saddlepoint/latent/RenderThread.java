package studio.saddlepoint.latent;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One thread that renders for whoever moves sliders. Each client has room for one waiting request:
 * a newer one takes its place, so that work never queues up behind a moving slider. Clients take
 * turns. What fails arrives as an {@link Outcome.Failed}, never as an exception.
 */
public final class RenderThread implements AutoCloseable {
  /** What became of a request. */
  public sealed interface Outcome<T> {
    /**
     * It worked.
     *
     * @param value what was made
     */
    record Done<T>(T value) implements Outcome<T> {}

    /**
     * It did not.
     *
     * @param error why
     */
    record Failed<T>(Throwable error) implements Outcome<T> {}
  }

  private final Queue<Client<?>> waiting = new ArrayDeque<>();
  private final Thread thread;
  private boolean closed;

  /**
   * Starts the thread, a daemon.
   *
   * @param name the thread's name
   * @param last what the thread does when it is closed, such as freeing what requests used
   */
  public RenderThread(String name, Runnable last) {
    thread =
        new Thread(
            () -> {
              work();
              last.run();
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * A new client.
   *
   * @param handover runs what brings a result, such as {@code Platform::runLater}; results that
   *     come faster than it runs them are dropped for the newest
   * @param receiver takes results, as the handover runs it
   */
  public <T> Client<T> client(Executor handover, Consumer<Outcome<T>> receiver) {
    return new Client<>(this, handover, receiver);
  }

  /**
   * Ends the thread after the request in progress; what waits is dropped and no result arrives any
   * more.
   */
  @Override
  public void close() {
    synchronized (waiting) {
      closed = true;
      waiting.clear();
      waiting.notifyAll();
    }
  }

  private void work() {
    while (true) {
      Client<?> next;
      synchronized (waiting) {
        while (waiting.isEmpty() && !closed) {
          try {
            waiting.wait();
          } catch (InterruptedException e) {
            return;
          }
        }
        if (closed) {
          return;
        }
        next = waiting.remove();
      }
      next.serve();
    }
  }

  private boolean enqueue(Client<?> client) {
    synchronized (waiting) {
      if (closed) {
        return false;
      }
      if (!waiting.contains(client)) {
        waiting.add(client);
        waiting.notifyAll();
      }
      return true;
    }
  }

  private boolean isClosed() {
    synchronized (waiting) {
      return closed;
    }
  }

  /** One who asks for pictures: at most one request waits, at most one result is on its way. */
  public static final class Client<T> {
    private final RenderThread owner;
    private final Executor handover;
    private final Consumer<Outcome<T>> receiver;
    private @Nullable Callable<Optional<T>> request;
    private @Nullable Outcome<T> result;
    private boolean handingOver;
    private int generation;

    private Client(RenderThread owner, Executor handover, Consumer<Outcome<T>> receiver) {
      this.owner = owner;
      this.handover = handover;
      this.receiver = receiver;
    }

    /**
     * Asks for something; a request that still waits is forgotten. One already in progress is
     * finished and its result arrives, so that a moving slider shows pictures on its way.
     *
     * @param work makes it, on the render thread
     */
    public void request(Callable<T> work) {
      requestPieces(() -> Optional.of(work.call()));
    }

    /**
     * As {@link #request}, of work that is done piece by piece: others have their turn between two
     * pieces, and a newer request takes its place.
     *
     * @param work does a piece, on the render thread; empty as long as more pieces are to come
     */
    public void requestPieces(Callable<Optional<T>> work) {
      synchronized (this) {
        request = work;
      }
      owner.enqueue(this);
    }

    /**
     * Forgets the waiting request and every result that has not arrived: after this call none of an
     * earlier request arrives. For when the subject changed, such as another run.
     */
    public synchronized void discard() {
      generation++;
      request = null;
      result = null;
    }

    private void serve() {
      Callable<Optional<T>> work;
      int mine;
      synchronized (this) {
        if (request == null) {
          return;
        }
        work = request;
        request = null;
        mine = generation;
      }
      Optional<Outcome<T>> outcome = attempt(work);
      if (outcome.isEmpty()) {
        goOn(work, mine);
        return;
      }
      synchronized (this) {
        if (mine != generation || owner.isClosed()) {
          return;
        }
        result = outcome.get();
        if (handingOver) {
          return;
        }
        handingOver = true;
      }
      handover.execute(this::deliver);
    }

    /** An engine's errors are not all exceptions, and the thread has to outlive them. */
    private static <T> Optional<Outcome<T>> attempt(Callable<Optional<T>> work) {
      try {
        return work.call().map(Outcome.Done::new);
      } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
        return Optional.of(new Outcome.Failed<>(e));
      }
    }

    /** The next piece has its turn after all who wait, unless the request is outdated. */
    private void goOn(Callable<Optional<T>> work, int mine) {
      synchronized (this) {
        if (request == null && mine == generation) {
          request = work;
        }
      }
      owner.enqueue(this);
    }

    private void deliver() {
      Outcome<T> newest;
      synchronized (this) {
        handingOver = false;
        newest = result;
        result = null;
        if (newest == null || owner.isClosed()) {
          return;
        }
      }
      receiver.accept(newest);
    }
  }
}
