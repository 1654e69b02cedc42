/** The runs that there are: listed, copied, thrown away. */
@NullMarked
package studio.saddlepoint.run.list;

import org.jspecify.annotations.NullMarked;
