/** Pictures looked at closely, and where they are saved. */
@NullMarked
package studio.saddlepoint.app.pictures;

import org.jspecify.annotations.NullMarked;
