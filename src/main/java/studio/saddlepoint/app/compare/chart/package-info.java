/** The curves of several runs in the same charts. */
@NullMarked
package studio.saddlepoint.app.compare.chart;

import org.jspecify.annotations.NullMarked;
