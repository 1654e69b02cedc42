package studio.saddlepoint.app.film;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.saddlepoint.core.ShellLine;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.code.Bookmark;
import studio.saddlepoint.latent.film.FilmFormat;

/** What is filmed. All but its words is asked for on a worker's thread, one request at a time. */
interface FilmSubject extends AutoCloseable {
  /** What it is, as a sentence. */
  String about();

  /** The keys of a walk, as a text; empty for a training, which has none. */
  String keys();

  /** Codes that may be keys, too, read from the disk; none of a training. */
  default List<Bookmark> bookmarks() {
    return List.of();
  }

  /** Seconds that are proposed. */
  double usualSeconds();

  /** Pixels that are proposed. */
  int usualSize();

  /** The name that is proposed for a file. */
  String fileName(FilmFormat format);

  /**
   * The film.
   *
   * @throws StudioException if the settings do not go together; says what to do
   */
  Film film(FilmSettings settings);

  /**
   * The command line that films the same.
   *
   * @return empty where there is none, as where directions shift the codes
   */
  Optional<ShellLine> command(FilmSettings settings, Path file);

  /** The same, small and with few enough frames to be looked at before. */
  Film preview(FilmSettings settings);

  /** Frees what it holds. */
  @Override
  void close();

  /** Whether it is a walk, which has keys. */
  default boolean walks() {
    return !keys().isEmpty();
  }

  /** What the dialog is called: a key. */
  default String title() {
    return walks() ? "film.title.walk" : "film.title.training";
  }

  /** What the length is, for who is not a walk: a key of its explanation. */
  default String lengthTip() {
    return "film.length.tip";
  }

  /** Its height by its width, about. */
  default double tall() {
    return walks() ? 1 : 1.4;
  }
}
