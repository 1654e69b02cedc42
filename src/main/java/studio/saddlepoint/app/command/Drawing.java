package studio.saddlepoint.app.command;

import java.nio.file.Path;
import java.util.Optional;
import studio.saddlepoint.latent.KeepBest;
import studio.saddlepoint.latent.WTruncation;

/**
 * A generator and how it draws, as commands name them.
 *
 * @param run the run's folder
 * @param checkpoint a step, {@code best} or {@code latest}
 * @param averaged whether the running mean of the weights draws
 * @param threshold truncation in z; infinite for none
 * @param inW truncation in w
 * @param keep which share of the samples drawn is kept; empty for all
 */
public record Drawing(
    Path run,
    String checkpoint,
    boolean averaged,
    double threshold,
    WTruncation inW,
    Optional<KeepBest> keep) {
  /** Adds the run and the options. */
  CommandWords add(CommandWords words) {
    words.path(run).option("--checkpoint", checkpoint).flag("--raw", !averaged);
    if (!inW.none()) {
      words.option("--psi", Double.toString(inW.psi()));
      if (inW.cutoff() != WTruncation.ALL) {
        words.option("--cutoff", Integer.toString(inW.cutoff()));
      }
      words.flag("--psi-class", inW.towardsClass());
    }
    if (Double.isFinite(threshold)) {
      words.option("--truncation", Double.toString(threshold));
    }
    keep.ifPresent(
        each ->
            words
                .option("--keep-best", Double.toString(each.share()))
                .option("--by", each.by().id()));
    return words;
  }
}
