/** Prepared images: packs on disk, made once, mapped into memory and read as data sets. */
@NullMarked
package studio.saddlepoint.data.pack;

import org.jspecify.annotations.NullMarked;
