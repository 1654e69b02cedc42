/** Looks at a generator's pictures and a discriminator's outputs beside the data. */
@NullMarked
package studio.saddlepoint.train.probe;

import org.jspecify.annotations.NullMarked;
