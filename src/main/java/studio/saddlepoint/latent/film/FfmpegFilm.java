package studio.saddlepoint.latent.film;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.latent.export.Staging;

/**
 * An MP4 by ffmpeg, which gets the frames one by one and never has more than its own buffers of
 * them. Sides that are odd get one more row or column, which repeats the last: half of the colours'
 * resolution is kept in such films.
 */
final class FfmpegFilm implements FilmWriter {
  /** Not of a notes' size: a command line holds 32,000 letters on Windows. */
  private static final int LONGEST_NOTE = 4_000;

  private static final long PATIENCE_SECONDS = 600;

  private final Ffmpeg ffmpeg;
  private final String encoder;
  private final Staging staging;
  private final FrameRate rate;
  private final String comment;
  private @Nullable Encoding encoding;

  FfmpegFilm(Encoder by, Staging staging, FrameRate rate, Map<String, String> notes) {
    ffmpeg = by.ffmpeg();
    encoder = by.name();
    this.staging = staging;
    this.rate = rate;
    this.comment =
        notes.entrySet().stream()
            .filter(each -> each.getValue().length() <= LONGEST_NOTE)
            .map(each -> each.getKey() + ": " + each.getValue())
            .collect(Collectors.joining("\n"));
  }

  /**
   * What encodes.
   *
   * @param ffmpeg the program
   * @param name of one of its encoders
   */
  record Encoder(Ffmpeg ffmpeg, String name) {}

  /**
   * A running ffmpeg.
   *
   * @param process the program
   * @param frames takes its frames
   * @param told what it says of errors, once it has ended
   */
  private record Encoding(Process process, OutputStream frames, ErrorText told) {}

  @Override
  public void add(FilmFrame frame) throws IOException {
    EvenFrame even = EvenFrame.of(frame.picture());
    if (encoding == null) {
      encoding = begun(even);
    }
    try {
      for (int i = 0; i < frame.ticks(); i++) {
        encoding.frames().write(even.rgb());
      }
    } catch (IOException e) {
      throw failed(encoding, e);
    }
  }

  private Encoding begun(EvenFrame first) throws IOException {
    Process process =
        new ProcessBuilder(
                ffmpeg.command(
                    encoder, first.width(), first.height(), rate, comment, staging.temporary()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new Encoding(
        process,
        new BufferedOutputStream(process.getOutputStream(), first.rgb().length),
        ErrorText.reading(process.getErrorStream()));
  }

  /** It has ended before its time; what it said tells why, unless it was interrupted as we were. */
  private IOException failed(Encoding broken, IOException cause) {
    String told = broken.told().text();
    broken.process().destroy(); // not before: that closes what it says
    return told.isEmpty() ? cause : new IOException(ffmpeg.program() + " says: " + told, cause);
  }

  @Override
  public void finish() throws IOException {
    Encoding ending = encoding;
    if (ending == null) {
      throw new IllegalStateException("a film without frames");
    }
    try {
      ending.frames().close();
    } catch (IOException e) {
      throw failed(ending, e);
    }
    try {
      if (!ending.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException(ffmpeg.program() + " did not come to an end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
    if (ending.process().exitValue() != 0) {
      throw new IOException(ffmpeg.program() + " says: " + ending.told().text());
    }
    staging.finish();
  }

  @Override
  public void close() {
    Encoding open = encoding;
    if (open != null && open.process().isAlive()) {
      open.process().destroyForcibly();
      try {
        // On Windows a file that is open cannot be deleted.
        open.process().waitFor(10, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    staging.close();
  }

  /** The end of what a program says, read all the time so that it never waits for its reader. */
  private static final class ErrorText {
    private static final int KEPT = 1_000;

    private final StringBuilder text = new StringBuilder();
    private final Thread reader;

    private ErrorText(InputStream in) {
      reader = new Thread(() -> read(in), "ffmpeg-errors");
      reader.setDaemon(true);
    }

    static ErrorText reading(InputStream in) {
      ErrorText made = new ErrorText(in);
      made.reader.start();
      return made;
    }

    private void read(InputStream in) {
      byte[] some = new byte[4096];
      try (in) {
        for (int count = in.read(some); count >= 0; count = in.read(some)) {
          synchronized (text) {
            text.append(new String(some, 0, count, StandardCharsets.UTF_8));
            text.delete(0, Math.max(0, text.length() - KEPT));
          }
        }
      } catch (IOException e) {
        return; // it has ended
      }
    }

    String text() {
      try {
        reader.join(TimeUnit.SECONDS.toMillis(5));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      synchronized (text) {
        return text.toString().strip();
      }
    }
  }
}
