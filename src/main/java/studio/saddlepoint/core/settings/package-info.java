/** The person's preferences, as the window keeps them and the commands heed them. */
@NullMarked
package studio.saddlepoint.core.settings;

import org.jspecify.annotations.NullMarked;
