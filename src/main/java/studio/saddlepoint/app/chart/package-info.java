/** The kit of charts that all pages draw with: curves over steps, and points joined by lines. */
@NullMarked
package studio.saddlepoint.app.chart;

import org.jspecify.annotations.NullMarked;
