/** Files of a run folder: their names, lines that are added to, and failures in words. */
@NullMarked
package studio.saddlepoint.run.file;

import org.jspecify.annotations.NullMarked;
