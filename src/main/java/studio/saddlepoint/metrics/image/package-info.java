/** Where the images that are measured come from, and how they are handed on. */
@NullMarked
package studio.saddlepoint.metrics.image;

import org.jspecify.annotations.NullMarked;
