package studio.saddlepoint.app.film;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import studio.saddlepoint.app.Problems;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.code.Bookmark;
import studio.saddlepoint.latent.film.FilmFrame;
import studio.saddlepoint.latent.film.FrameRate;

/**
 * Draws a film before it is saved, on a thread of its own: what is asked for later ends what is
 * drawn. Closes its subject when that is not drawn any more.
 */
final class FilmPreview implements AutoCloseable {
  private static final int AT_ONCE = 8;

  /** Longer ones show their beginning. */
  private static final int MOST_PICTURES = 240;

  private final FilmSubject subject;
  private final Executor ui;
  private final Listener listener;
  private final AtomicLong newest = new AtomicLong();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "film-preview");
            thread.setDaemon(true);
            return thread;
          });

  /** Hears of what was asked for last. FX thread. */
  interface Listener {
    /** The film that will be saved. */
    void planned(Film film, FilmFrame first);

    /** Codes that may be keys. */
    void offered(List<Bookmark> bookmarks);

    /** The first frames to be seen. */
    void begun(FrameRate rate, List<FilmFrame> first);

    /** Further frames. */
    void more(List<FilmFrame> frames);

    /** There is no such film. */
    void refused(String reason);
  }

  FilmPreview(FilmSubject subject, Executor ui, Listener listener) {
    this.subject = subject;
    this.ui = ui;
    this.listener = listener;
  }

  /** Asks for the codes that may be keys; none are told where they cannot be read. FX thread. */
  void requestBookmarks() {
    worker.execute(
        () -> {
          try {
            List<Bookmark> found = subject.bookmarks();
            ui.execute(() -> listener.offered(found));
          } catch (StudioException e) {
            // The bookmarks' own tool tells of a damaged file; a film can be made without them.
            ui.execute(() -> listener.offered(List.of()));
          }
        });
  }

  /** Asks for a film. FX thread. */
  void request(FilmSettings settings) {
    long mine = newest.incrementAndGet();
    worker.execute(() -> draw(settings, mine));
  }

  /** Drops what was asked for. FX thread. */
  void cancel() {
    newest.incrementAndGet();
  }

  private void draw(FilmSettings settings, long mine) {
    if (mine != newest.get()) {
      return;
    }
    try {
      Film film = subject.film(settings);
      FilmFrame first = film.source().range(0, 1).get(0);
      tell(mine, () -> listener.planned(film, first));
      Film small = subject.preview(settings);
      int count = Math.min(MOST_PICTURES, small.source().count());
      for (int from = 0; from < count && mine == newest.get(); from += AT_ONCE) {
        List<FilmFrame> some = small.source().range(from, Math.min(count, from + AT_ONCE));
        tell(
            mine, from == 0 ? () -> listener.begun(small.rate(), some) : () -> listener.more(some));
      }
    } catch (CancellationException e) {
      return; // nobody looks any more
    } catch (RuntimeException e) {
      tell(mine, () -> listener.refused(Problems.describe(e)));
    }
  }

  private void tell(long mine, Runnable what) {
    ui.execute(
        () -> {
          if (mine == newest.get()) {
            what.run();
          }
        });
  }

  /** Ends the drawing. The subject stays as it is. */
  @Override
  public void close() {
    cancel();
    worker.shutdown();
  }
}
