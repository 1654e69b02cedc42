/** Generators, discriminators, their optimizers and averages. */
@NullMarked
package studio.saddlepoint.model;

import org.jspecify.annotations.NullMarked;
