package studio.saddlepoint.app.fx;

import javafx.animation.AnimationTimer;

/**
 * Work that begins when the answer to a press has been drawn: where the work itself takes longer
 * than an answer may, the button is seen to be pressed first.
 */
public final class AfterDrawing {
    private AfterDrawing() {}

    /** Does something after the next picture of the window. On the FX thread. */
    public static void run(Runnable work) {
        new AnimationTimer() {
            private boolean drawn;

            @Override
            public void handle(long now) {
                if (drawn) {
                    stop();
                    work.run();
                }
                drawn = true;
            }
        }.start();
    }
}
