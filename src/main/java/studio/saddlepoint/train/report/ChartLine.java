package studio.saddlepoint.train.report;

import studio.saddlepoint.run.curve.Points;

/**
 * A curve of a chart.
 *
 * @param name for a person
 * @param colour class of its colour in the style sheet, {@code a} to {@code f}
 * @param points what is drawn: means as a line, what lies between lows and highs as an area
 */
record ChartLine(String name, String colour, Points points) {}
