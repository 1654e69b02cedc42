package studio.saddlepoint.app.lab;

import java.nio.file.Path;

/**
 * A run whose checkpoints are gone through.
 *
 * @param folder of the run
 * @param title of the run
 * @param label the class that all pictures are of, where its networks know classes
 * @param newest whether only the newest checkpoint is looked at
 */
record JudgeAsk(Path folder, String title, int label, boolean newest) {
  JudgeAsk ofClass(int other) {
    return new JudgeAsk(folder, title, other, newest);
  }
}
