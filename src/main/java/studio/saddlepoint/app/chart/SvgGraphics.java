package studio.saddlepoint.app.chart;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.text.AttributedCharacterIterator;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a chart draws as SVG 1.1: shapes as paths, words as text. Pictures and other
 * composites than transparency, which no chart has, are not written.
 */
final class SvgGraphics extends DrawingState {
  private final StringBuilder body;
  private final int[] clips;
  private final double width;
  private final double height;
  private final Graphics2D measuring;

  /** What the clip that was written last is of. */
  private @Nullable Area written;

  /** The name of that clip in the document. */
  private String clipName = "";

  /** An empty picture of a size. */
  SvgGraphics(double width, double height) {
    this(
        width,
        height,
        new StringBuilder(),
        new int[1],
        new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics());
  }

  private SvgGraphics(
      double width, double height, StringBuilder body, int[] clips, Graphics2D measuring) {
    this.width = width;
    this.height = height;
    this.body = body;
    this.clips = clips;
    this.measuring = measuring;
  }

  /** All that was drawn. */
  String document(String title) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$s\" height=\"%2$s\" viewBox=\"0 0 %1$s %2$s\">%n",
            number(width),
            number(height))
        + "<title>"
        + escaped(title)
        + "</title>\n"
        + body
        + "</svg>\n";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
  }

  private static String path(Shape shape) {
    StringBuilder path = new StringBuilder();
    double[] at = new double[6];
    for (PathIterator each = shape.getPathIterator(null); !each.isDone(); each.next()) {
      int kind = each.currentSegment(at);
      int numbers =
          switch (kind) {
            case PathIterator.SEG_CLOSE -> 0;
            case PathIterator.SEG_QUADTO -> 4;
            case PathIterator.SEG_CUBICTO -> 6;
            default -> 2;
          };
      path.append("MLQCZ".charAt(kind));
      for (int i = 0; i < numbers; i++) {
        path.append(i == 0 ? "" : " ").append(number(at[i]));
      }
    }
    return path.toString();
  }

  /**
   * Such as {@code fill="#ff0000" fill-opacity="0.5"}; gradients, which no chart has, are black.
   */
  private String colour(String attribute) {
    Color colour = getPaint() instanceof Color plain ? plain : Color.BLACK;
    double opacity = colour.getAlpha() / 255.0;
    if (getComposite() instanceof AlphaComposite alpha) {
      opacity *= alpha.getAlpha();
    }
    String text = String.format(Locale.ROOT, "%s=\"#%06x\"", attribute, colour.getRGB() & 0xffffff);
    return opacity < 1 ? text + " " + attribute + "-opacity=\"" + number(opacity) + '"' : text;
  }

  private String clipped() {
    Area now = clipArea();
    if (now == null) {
      return "";
    }
    if (now != written) {
      written = now;
      clipName = "clip" + ++clips[0];
      body.append("<clipPath id=\"")
          .append(clipName)
          .append("\"><path d=\"")
          .append(path(now))
          .append("\"/></clipPath>\n");
    }
    return " clip-path=\"url(#" + clipName + ")\"";
  }

  private void add(Shape shape, String look) {
    String path = path(placed(shape));
    if (!path.isEmpty()) {
      String within = clipped();
      body.append("<path d=\"").append(path).append("\" ").append(look).append(within);
      body.append("/>\n");
    }
  }

  @Override
  public void draw(Shape shape) {
    if (!(getStroke() instanceof BasicStroke line)) {
      fill(getStroke().createStrokedShape(shape));
      return;
    }
    StringBuilder look = new StringBuilder("fill=\"none\" ").append(colour("stroke"));
    look.append(" stroke-width=\"").append(number(line.getLineWidth())).append('"');
    if (line.getLineJoin() == BasicStroke.JOIN_ROUND) {
      look.append(" stroke-linejoin=\"round\" stroke-linecap=\"round\"");
    }
    float[] dashes = line.getDashArray();
    if (dashes != null) {
      Double[] each = new Double[dashes.length];
      Arrays.setAll(each, i -> (double) dashes[i]);
      look.append(" stroke-dasharray=\"")
          .append(Arrays.stream(each).map(SvgGraphics::number).collect(Collectors.joining(" ")))
          .append('"');
    }
    add(shape, look.toString());
  }

  @Override
  public void fill(Shape shape) {
    if (!(getPaint() instanceof Color colour) || colour.getAlpha() > 0) {
      add(shape, colour("fill"));
    }
  }

  @Override
  public void drawString(String text, float x, float y) {
    String within = clipped();
    double[] at = new double[6];
    AffineTransform here = getTransform();
    here.translate(x, y);
    here.getMatrix(at);
    String matrix =
        Arrays.stream(at).mapToObj(SvgGraphics::number).collect(Collectors.joining(" "));
    body.append("<text transform=\"matrix(").append(matrix).append(")\" ");
    body.append("font-family=\"sans-serif\" font-size=\"").append(number(getFont().getSize2D()));
    body.append(getFont().isBold() ? "\" font-weight=\"bold\" " : "\" ").append(colour("fill"));
    body.append(within).append('>').append(escaped(text)).append("</text>\n");
  }

  @Override
  public void drawString(String text, int x, int y) {
    drawString(text, (float) x, (float) y);
  }

  @Override
  public void drawString(AttributedCharacterIterator text, int x, int y) {
    drawString(text, (float) x, (float) y);
  }

  @Override
  public void drawString(AttributedCharacterIterator text, float x, float y) {
    StringBuilder plain = new StringBuilder();
    for (char c = text.first(); c != AttributedCharacterIterator.DONE; c = text.next()) {
      plain.append(c);
    }
    drawString(plain.toString(), x, y);
  }

  @Override
  public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
    fill(glyphs.getOutline(x, y));
  }

  @Override
  public Graphics create() {
    SvgGraphics copy = new SvgGraphics(width, height, body, clips, measuring);
    copy.takeFrom(this);
    copy.written = written;
    copy.clipName = clipName;
    return copy;
  }

  @Override
  public GraphicsConfiguration getDeviceConfiguration() {
    return measuring.getDeviceConfiguration();
  }

  @Override
  public FontMetrics getFontMetrics(Font of) {
    return measuring.getFontMetrics(of);
  }

  @Override
  public FontRenderContext getFontRenderContext() {
    return new FontRenderContext(null, true, true);
  }

  @Override
  public void dispose() {
    // Nothing is held.
  }
}
