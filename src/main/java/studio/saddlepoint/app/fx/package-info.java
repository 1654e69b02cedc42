/** Controls and drawing that the pages share. */
@NullMarked
package studio.saddlepoint.app.fx;

import org.jspecify.annotations.NullMarked;
