/** What image files say before their pixels: their kind, their parts, their tables. */
@NullMarked
package studio.saddlepoint.data.header;

import org.jspecify.annotations.NullMarked;
