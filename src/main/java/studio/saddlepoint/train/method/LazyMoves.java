package studio.saddlepoint.train.method;

import studio.saddlepoint.train.step.MethodState;

/**
 * The count of the generator's moves by a term of its own (lazy regularization, Karras et al. 2020,
 * appendix B), in the method's state: a term is due by the moves of the generator, which need not
 * move in every step.
 */
public final class LazyMoves {
  private static final String MOVES = "pathLength.moves";
  private static final String MADE = "pathLength.made";

  private LazyMoves() {}

  /** Counts a move of the generator by its loss, and tells whether the term's is to follow. */
  static boolean due(MethodState state, int every) {
    long before = (long) state.number(MOVES, 0);
    state.remember(MOVES, before + 1.0);
    return before % every == 0;
  }

  /** Counts a move by the term. */
  static void made(MethodState state) {
    state.remember(MADE, of(state) + 1.0);
  }

  /** How many moves a term of its own has made. */
  public static long of(MethodState state) {
    return (long) state.number(MADE, 0);
  }
}
