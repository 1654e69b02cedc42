/** Trials of remedies: with and without them from the same checkpoint. */
@NullMarked
package studio.saddlepoint.app.trial;

import org.jspecify.annotations.NullMarked;
