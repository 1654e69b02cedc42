/** Data sets as values: images by index, their shape, splits, batches, and what is told of them. */
@NullMarked
package studio.saddlepoint.data;

import org.jspecify.annotations.NullMarked;
