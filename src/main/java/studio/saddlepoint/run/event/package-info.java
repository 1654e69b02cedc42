/** What a training tells, and the log that keeps it. */
@NullMarked
package studio.saddlepoint.run.event;

import org.jspecify.annotations.NullMarked;
