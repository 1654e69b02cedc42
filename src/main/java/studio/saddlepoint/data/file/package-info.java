/** Files and archives that data sets are made from, as they are listed and read. */
@NullMarked
package studio.saddlepoint.data.file;

import org.jspecify.annotations.NullMarked;
