/** Single pictures beside the training pictures: found codes, and whether one is a memory. */
@NullMarked
package studio.saddlepoint.metrics.memory;

import org.jspecify.annotations.NullMarked;
