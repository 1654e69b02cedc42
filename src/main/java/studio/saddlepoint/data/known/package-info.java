/** Well-known data sets: where they are published, and getting them. */
@NullMarked
package studio.saddlepoint.data.known;

import org.jspecify.annotations.NullMarked;
