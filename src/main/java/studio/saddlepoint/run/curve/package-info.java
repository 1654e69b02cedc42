/** The quantities of a run over its steps, as min/max pyramids, and the file that keeps them. */
@NullMarked
package studio.saddlepoint.run.curve;

import org.jspecify.annotations.NullMarked;
