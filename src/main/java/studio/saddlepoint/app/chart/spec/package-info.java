/** Which quantities of a training are drawn, in which charts, and what they are called. */
@NullMarked
package studio.saddlepoint.app.chart.spec;

import org.jspecify.annotations.NullMarked;
