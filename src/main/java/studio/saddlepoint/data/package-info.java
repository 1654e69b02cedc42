/** Data sets: the embedded ones, importers, the cache on disk, and batches read ahead. */
@NullMarked
package studio.saddlepoint.data;

import org.jspecify.annotations.NullMarked;
