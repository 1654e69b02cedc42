package studio.saddlepoint.latent.film;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;

/**
 * A film on its way to a file.
 *
 * @param target where to
 * @param rate frames in a second
 * @param notes what is told in the file, by keyword
 */
public record FilmExport(FilmTarget target, FrameRate rate, Map<String, String> notes) {
  private static final int AT_ONCE = 16;

  /**
   * What was written.
   *
   * @param width of a frame, in pixels
   * @param height of a frame, in pixels
   * @param pictures different ones, of which some may be shown for more than one frame
   * @param frames how many frames long it is
   * @param seconds that it takes
   */
  public record Written(int width, int height, int pictures, long frames, double seconds) {}

  /** Copies the notes, keeping their order. */
  public FilmExport {
    notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
  }

  /**
   * Draws a film and writes it. The place is tried before the first frame is drawn; when anything
   * ends it early, nothing stays there.
   *
   * @param source its pictures, at least one
   * @param progress of the drawing
   * @throws StudioException if it cannot be written
   * @throws CancellationException if it was cancelled
   */
  public Written write(FrameSource source, Progress progress) {
    target.requireWritable(rate);
    try (FilmWriter writer = target.begin(rate, notes)) {
      Written written = draw(source, writer, progress);
      progress.checkCancelled();
      writer.finish();
      return written;
    } catch (IOException e) {
      // Ctrl-C also ends an encoder that is a process of its own.
      progress.checkCancelled();
      throw target.place().unwritable(e);
    }
  }

  private Written draw(FrameSource source, FilmWriter writer, Progress progress)
      throws IOException {
    int width = 0;
    int height = 0;
    long frames = 0;
    int count = source.count();
    for (int from = 0; from < count; from += AT_ONCE) {
      int to = Math.min(count, from + AT_ONCE);
      progress.checkCancelled();
      for (FilmFrame each : source.range(from, to)) {
        progress.checkCancelled();
        writer.add(each);
        width = each.picture().width();
        height = each.picture().height();
        frames += each.ticks();
      }
      progress.report("Filming", to / (double) count);
    }
    return new Written(width, height, count, frames, rate.seconds(frames));
  }
}
