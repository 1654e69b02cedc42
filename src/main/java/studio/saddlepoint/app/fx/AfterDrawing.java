package studio.saddlepoint.app.fx;

import javafx.animation.AnimationTimer;

/**
 * Work that begins when the answer to a press has been drawn: where the work itself takes longer
 * than an answer may, the button is seen to be pressed first.
 */
public final class AfterDrawing {
  /** A change is drawn after the pulse that sees it, beside the next one. */
  private static final int PULSES_TO_DRAW = 2;

  private AfterDrawing() {}

  /** Does something after the next picture of the window. On the FX thread. */
  public static void run(Runnable work) {
    new AnimationTimer() {
      private int pulses;

      @Override
      public void handle(long now) {
        if (pulses++ == PULSES_TO_DRAW) {
          stop();
          work.run();
        }
      }
    }.start();
  }
}
