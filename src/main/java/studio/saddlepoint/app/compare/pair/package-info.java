/** Two new runs that differ in one setting. */
@NullMarked
package studio.saddlepoint.app.compare.pair;

import org.jspecify.annotations.NullMarked;
