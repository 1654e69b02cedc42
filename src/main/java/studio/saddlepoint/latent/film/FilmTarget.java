package studio.saddlepoint.latent.film;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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
   * @throws StudioException if the place cannot be written, or the format has no such rate; says
   *     what to do
   */
  public void requireWritable(FrameRate rate) {
    format
        .refusal(rate)
        .ifPresent(
            reason -> {
              throw new StudioException(reason);
            });
    place().requireWritable();
  }

  /**
   * Begins a film.
   *
   * @param rate frames in a second
   * @param notes what is told in the file, by keyword: 1 to 79 letters of ASCII
   * @throws IOException if it cannot be made
   */
  public FilmWriter begin(FrameRate rate, Map<String, String> notes) throws IOException {
    return switch (format) {
      case GIF -> new GifFilm(place().staging(), rate, notes);
      case APNG -> new ApngFilm(place().staging(), rate, notes);
      case MP4 -> mp4(Ffmpeg.onPath(), rate, notes);
      case FRAMES -> new FramesFolder(place().staging(), notes);
    };
  }

  /** By ffmpeg where that is there and has an encoder. */
  private FilmWriter mp4(Optional<Ffmpeg> found, FrameRate rate, Map<String, String> notes)
      throws IOException {
    Optional<String> encoder = found.flatMap(Ffmpeg::encoder);
    return encoder.isPresent()
        ? new FfmpegFilm(
            new FfmpegFilm.Encoder(found.get(), encoder.get()), place().staging(), rate, notes)
        : new JcodecFilm(place().staging(), rate);
  }
}
