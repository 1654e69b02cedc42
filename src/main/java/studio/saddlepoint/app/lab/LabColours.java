package studio.saddlepoint.app.lab;

import javafx.scene.paint.Color;

/**
 * What the lab draws with, as the style sheet gives it.
 *
 * @param ground behind everything
 * @param grid lines that help to read
 * @param text of axes
 * @param ink of what must be seen
 * @param real of real things
 * @param made of generated things
 * @param judge of a discriminator
 * @param critic of a critic
 * @param mean of averages
 * @param pull of gradients
 */
record LabColours(
    Color ground,
    Color grid,
    Color text,
    Color ink,
    Color real,
    Color made,
    Color judge,
    Color critic,
    Color mean,
    Color pull) {

  /** A colour that what lies behind it shines through. */
  static Color faint(Color colour, double opacity) {
    return Color.color(colour.getRed(), colour.getGreen(), colour.getBlue(), opacity);
  }
}
