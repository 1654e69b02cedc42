package studio.saddlepoint.golden;

/** Computes an operation of the golden vectors with the program's own code. */
@FunctionalInterface
interface GoldenOp {
  /**
   * Computes every output of the case.
   *
   * @param run gives inputs and settings, takes outputs
   */
  void compute(GoldenRun run);
}
