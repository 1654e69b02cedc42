package studio.saddlepoint.app.chart;

import java.awt.Color;

/**
 * The colours of everything in a chart but its curves.
 *
 * @param background behind everything
 * @param grid lines
 * @param text of the axes
 * @param mark vertical lines
 * @param finding those of findings
 */
public record ChartColours(Color background, Color grid, Color text, Color mark, Color finding) {}
