/** The embedded data sets, drawn by the program: strokes and shapes. */
@NullMarked
package studio.saddlepoint.data.generated;

import org.jspecify.annotations.NullMarked;
