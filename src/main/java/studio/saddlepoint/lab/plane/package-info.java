/** Small GANs of points in the plane, trained by the program's own methods. */
@NullMarked
package studio.saddlepoint.lab.plane;

import org.jspecify.annotations.NullMarked;
