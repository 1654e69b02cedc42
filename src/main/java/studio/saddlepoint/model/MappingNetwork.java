package studio.saddlepoint.model;

import studio.saddlepoint.nn.ContextLayer;

/** The first half of a generator: (N, Z), with the class's numbers joined, to w. */
abstract class MappingNetwork extends ContextLayer {
  /** The space of w. {@link #apply} gives (N, D), which every styled layer takes, or (N, L, D). */
  abstract WSpace space();
}
