/** A run's discriminator over the plane in which its real pictures differ most. */
@NullMarked
package studio.saddlepoint.lab.judge;

import org.jspecify.annotations.NullMarked;
