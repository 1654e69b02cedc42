/** Two heaps on a line, and how far they are from each other by two measures. */
@NullMarked
package studio.saddlepoint.lab.heap;

import org.jspecify.annotations.NullMarked;
