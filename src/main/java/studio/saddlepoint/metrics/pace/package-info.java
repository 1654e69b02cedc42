/** How long the parts of an evaluation take on this computer. */
@NullMarked
package studio.saddlepoint.metrics.pace;

import org.jspecify.annotations.NullMarked;
