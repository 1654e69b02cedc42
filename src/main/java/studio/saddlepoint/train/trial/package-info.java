/** Other settings, tried against the same without them. */
@NullMarked
package studio.saddlepoint.train.trial;

import org.jspecify.annotations.NullMarked;
