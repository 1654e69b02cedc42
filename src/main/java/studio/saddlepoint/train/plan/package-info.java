/** Which recipe to train in the time that there is, why, and what to expect of it. */
@NullMarked
package studio.saddlepoint.train.plan;

import org.jspecify.annotations.NullMarked;
