/** Curves over truncation, over the share kept and over steps. */
@NullMarked
package studio.saddlepoint.app.evaluate.curve;

import org.jspecify.annotations.NullMarked;
