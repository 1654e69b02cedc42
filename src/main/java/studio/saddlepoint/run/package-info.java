/** What a training leaves on disk: run folders, event logs, checkpoints, sample sheets, scores. */
@NullMarked
package studio.saddlepoint.run;

import org.jspecify.annotations.NullMarked;
