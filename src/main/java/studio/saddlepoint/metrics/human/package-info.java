/** The test whether a person tells generated pictures from real ones. */
@NullMarked
package studio.saddlepoint.metrics.human;

import org.jspecify.annotations.NullMarked;
