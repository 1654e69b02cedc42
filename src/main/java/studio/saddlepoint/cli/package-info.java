/** The commands. They write to the console; everything else hands back values. */
@NullMarked
package studio.saddlepoint.cli;

import org.jspecify.annotations.NullMarked;
