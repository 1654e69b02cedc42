/** What a training shows of itself: evidence, findings that begin and end, and a verdict. */
@NullMarked
package studio.saddlepoint.train.diagnosis;

import org.jspecify.annotations.NullMarked;
