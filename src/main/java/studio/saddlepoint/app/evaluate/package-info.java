/** The page where a snapshot is measured. */
@NullMarked
package studio.saddlepoint.app.evaluate;

import org.jspecify.annotations.NullMarked;
