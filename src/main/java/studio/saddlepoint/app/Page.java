package studio.saddlepoint.app;

import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;

/**
 * One page of the window, reached from the rail. All methods are called on the FX thread. A page
 * that is not shown does no work.
 */
public interface Page {
  /** Stable name, such as {@code train}; also the key of its texts ({@code rail.train}). */
  String id();

  /** What the rail calls it. */
  String title();

  /** The rail's picture. */
  Ikon icon();

  /** What it shows; built once, at the first call. */
  Node content();

  /** It has become visible. */
  void shown();

  /** It is not visible any more. */
  void hidden();

  /** Puts the keyboard where the page is searched; whether there is such a place now. */
  default boolean find() {
    return false;
  }

  /** The program ends: frees what it holds, without waiting long. */
  void close();
}
