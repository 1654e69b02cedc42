/** Pictures that are changed a little, and how far that is by pixels and by features. */
@NullMarked
package studio.saddlepoint.lab.picture;

import org.jspecify.annotations.NullMarked;
