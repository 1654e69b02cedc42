package studio.saddlepoint.latent.film;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.export.OutputPlace;

/**
 * The file or folder to which a film goes.
 *
 * @param path the file or folder
 * @param format what it is to be
 * @param replace whether a file that is there may be replaced; a folder never is
 */
public record FilmTarget(Path path, FilmFormat format, boolean replace) {
  /** Where it is, and what may stand there. */
  public OutputPlace place() {
    return new OutputPlace(path, format == FilmFormat.FRAMES, replace);
  }

  /**
   * Tries whether a film could be written, and leaves nothing of it behind. To be asked before
   * anything is drawn.
   *
   * @throws StudioException if the place cannot be written, the format has no such rate, or there
   *     is nothing here that writes it; says what to do
   */
  public void requireWritable(FrameRate rate) {
    format
        .refusal(rate)
        .ifPresent(
            reason -> {
              throw new StudioException(reason);
            });
    if (format == FilmFormat.MP4) {
      Ffmpeg.required();
    }
    place().requireWritable();
  }

  /**
   * Begins a film.
   *
   * @param rate frames in a second
   * @param notes what is told in the file, by keyword: 1 to 79 letters of ASCII
   * @throws IOException if it cannot be made
   * @throws StudioException if there is nothing here that writes the format
   */
  public FilmWriter begin(FrameRate rate, Map<String, String> notes) throws IOException {
    return switch (format) {
      case GIF -> new GifFilm(place().staging(), rate, notes);
      case APNG -> new ApngFilm(place().staging(), rate, notes);
      case MP4 -> new FfmpegFilm(Ffmpeg.required(), place().staging(), rate, notes);
      case FRAMES -> new FramesFolder(place().staging(), notes);
    };
  }
}
