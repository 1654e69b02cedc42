package studio.saddlepoint.app.lab;

import javafx.scene.Node;

/** One of the lab's experiments. All methods are called on the FX thread. */
interface Experiment {
  /** Stable name, such as {@code orbit}; also the key of its texts ({@code lab.orbit}). */
  String id();

  /** What it shows; built once, at the first call. */
  Node content();

  /**
   * Begins at a preset, running.
   *
   * @param id of the preset; another one does nothing
   */
  void preset(String id);

  /** It can be seen from now on. */
  void shown();

  /** It cannot be seen any more. */
  void hidden();

  /** The program ends: frees what it holds, without waiting long. */
  void close();
}
