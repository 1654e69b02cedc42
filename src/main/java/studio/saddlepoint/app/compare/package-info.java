/** The page where runs are laid side by side. */
@NullMarked
package studio.saddlepoint.app.compare;

import org.jspecify.annotations.NullMarked;
