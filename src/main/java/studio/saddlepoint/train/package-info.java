/** Training: methods, the step, the thread that repeats it, and what it tells. */
@NullMarked
package studio.saddlepoint.train;

import org.jspecify.annotations.NullMarked;
