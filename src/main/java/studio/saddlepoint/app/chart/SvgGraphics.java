package studio.saddlepoint.app.chart;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Polygon;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a chart draws as SVG 1.1: shapes as paths, words as text. Pictures and other
 * composites than transparency, which no chart has, are not written.
 */
final class SvgGraphics extends Graphics2D {
  private final StringBuilder body;
  private final int[] clips;
  private final double width;
  private final double height;
  private final Graphics2D measuring;
  private AffineTransform transform = new AffineTransform();
  private Paint paint = Color.BLACK;
  private Color background = Color.WHITE;
  private Stroke stroke = new BasicStroke();
  private Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  private Composite composite = AlphaComposite.SrcOver;

  /** In the space of the document; nothing where nothing is clipped. */
  private @Nullable Area clip;

  /** The name of the clip in the document; empty before it is needed. */
  private String clipName = "";

  private final RenderingHints hints = new RenderingHints(Map.of());

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
    Color colour = paint instanceof Color plain ? plain : Color.BLACK;
    double opacity = colour.getAlpha() / 255.0;
    if (composite instanceof AlphaComposite alpha) {
      opacity *= alpha.getAlpha();
    }
    String text = String.format(Locale.ROOT, "%s=\"#%06x\"", attribute, colour.getRGB() & 0xffffff);
    return opacity < 1 ? text + " " + attribute + "-opacity=\"" + number(opacity) + '"' : text;
  }

  private String clipped() {
    Area now = clip;
    if (now == null) {
      return "";
    }
    if (clipName.isEmpty()) {
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
    String path = path(transform.createTransformedShape(shape));
    if (!path.isEmpty()) {
      String within = clipped();
      body.append("<path d=\"").append(path).append("\" ").append(look).append(within);
      body.append("/>\n");
    }
  }

  @Override
  public void draw(Shape shape) {
    if (!(stroke instanceof BasicStroke line)) {
      fill(stroke.createStrokedShape(shape));
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
    if (!(paint instanceof Color colour) || colour.getAlpha() > 0) {
      add(shape, colour("fill"));
    }
  }

  @Override
  public void drawString(String text, float x, float y) {
    String within = clipped();
    double[] at = new double[6];
    AffineTransform here = new AffineTransform(transform);
    here.translate(x, y);
    here.getMatrix(at);
    String matrix =
        Arrays.stream(at).mapToObj(SvgGraphics::number).collect(Collectors.joining(" "));
    body.append("<text transform=\"matrix(").append(matrix).append(")\" ");
    body.append("font-family=\"sans-serif\" font-size=\"").append(number(font.getSize2D()));
    body.append(font.isBold() ? "\" font-weight=\"bold\" " : "\" ").append(colour("fill"));
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
    copy.transform = new AffineTransform(transform);
    copy.paint = paint;
    copy.background = background;
    copy.stroke = stroke;
    copy.font = font;
    copy.composite = composite;
    copy.clip = clip;
    copy.clipName = clipName;
    return copy;
  }

  @Override
  public void setClip(@Nullable Shape shape) {
    clip = shape == null ? null : new Area(transform.createTransformedShape(shape));
    clipName = "";
  }

  @Override
  public void clip(@Nullable Shape shape) {
    if (shape != null) {
      Area more = new Area(transform.createTransformedShape(shape));
      if (clip != null) {
        more.intersect(clip);
      }
      clip = more;
      clipName = "";
    }
  }

  @Override
  public @Nullable Shape getClip() {
    try {
      return clip == null ? null : transform.createInverse().createTransformedShape(clip);
    } catch (NoninvertibleTransformException e) {
      return null;
    }
  }

  @Override
  public @Nullable Rectangle getClipBounds() {
    Shape now = getClip();
    return now == null ? null : now.getBounds();
  }

  @Override
  public void clipRect(int x, int y, int w, int h) {
    clip(new Rectangle(x, y, w, h));
  }

  @Override
  public void setClip(int x, int y, int w, int h) {
    setClip(new Rectangle(x, y, w, h));
  }

  @Override
  public boolean hit(Rectangle rectangle, Shape shape, boolean onStroke) {
    return shape.intersects(rectangle);
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
  public void translate(int x, int y) {
    transform.translate(x, y);
  }

  @Override
  public void translate(double x, double y) {
    transform.translate(x, y);
  }

  @Override
  public void rotate(double theta) {
    transform.rotate(theta);
  }

  @Override
  public void rotate(double theta, double x, double y) {
    transform.rotate(theta, x, y);
  }

  @Override
  public void scale(double x, double y) {
    transform.scale(x, y);
  }

  @Override
  public void shear(double x, double y) {
    transform.shear(x, y);
  }

  @Override
  public void transform(AffineTransform more) {
    transform.concatenate(more);
  }

  @Override
  public void setTransform(AffineTransform now) {
    transform = new AffineTransform(now);
  }

  @Override
  public AffineTransform getTransform() {
    return new AffineTransform(transform);
  }

  @Override
  public void setPaint(@Nullable Paint now) {
    paint = now == null ? paint : now;
  }

  @Override
  public Paint getPaint() {
    return paint;
  }

  @Override
  public void setColor(@Nullable Color now) {
    setPaint(now);
  }

  @Override
  public Color getColor() {
    return paint instanceof Color plain ? plain : Color.BLACK;
  }

  @Override
  public void setBackground(Color now) {
    background = now;
  }

  @Override
  public Color getBackground() {
    return background;
  }

  @Override
  public void setStroke(Stroke now) {
    stroke = now;
  }

  @Override
  public Stroke getStroke() {
    return stroke;
  }

  @Override
  public void setFont(@Nullable Font now) {
    font = now == null ? font : now;
  }

  @Override
  public Font getFont() {
    return font;
  }

  @Override
  public void setComposite(Composite now) {
    composite = now;
  }

  @Override
  public Composite getComposite() {
    return composite;
  }

  @Override
  public void setRenderingHint(RenderingHints.Key key, @Nullable Object value) {
    if (value != null) {
      hints.put(key, value);
    }
  }

  @Override
  public @Nullable Object getRenderingHint(RenderingHints.Key key) {
    return hints.get(key);
  }

  @Override
  public void setRenderingHints(Map<?, ?> now) {
    hints.clear();
    hints.putAll(now);
  }

  @Override
  public void addRenderingHints(Map<?, ?> more) {
    hints.putAll(more);
  }

  @Override
  public RenderingHints getRenderingHints() {
    return (RenderingHints) hints.clone();
  }

  @Override
  public void drawLine(int x1, int y1, int x2, int y2) {
    draw(new Line2D.Double(x1, y1, x2, y2));
  }

  @Override
  public void fillRect(int x, int y, int w, int h) {
    fill(new Rectangle2D.Double(x, y, w, h));
  }

  @Override
  public void clearRect(int x, int y, int w, int h) {
    Paint before = paint;
    paint = background;
    fillRect(x, y, w, h);
    paint = before;
  }

  @Override
  public void drawRoundRect(int x, int y, int w, int h, int across, int down) {
    draw(new RoundRectangle2D.Double(x, y, w, h, across, down));
  }

  @Override
  public void fillRoundRect(int x, int y, int w, int h, int across, int down) {
    fill(new RoundRectangle2D.Double(x, y, w, h, across, down));
  }

  @Override
  public void drawOval(int x, int y, int w, int h) {
    draw(new Ellipse2D.Double(x, y, w, h));
  }

  @Override
  public void fillOval(int x, int y, int w, int h) {
    fill(new Ellipse2D.Double(x, y, w, h));
  }

  @Override
  public void drawArc(int x, int y, int w, int h, int start, int arc) {
    draw(new Arc2D.Double(x, y, w, h, start, arc, Arc2D.OPEN));
  }

  @Override
  public void fillArc(int x, int y, int w, int h, int start, int arc) {
    fill(new Arc2D.Double(x, y, w, h, start, arc, Arc2D.PIE));
  }

  @Override
  public void drawPolyline(int[] x, int[] y, int count) {
    Path2D line = new Path2D.Double();
    for (int i = 0; i < count; i++) {
      if (i == 0) {
        line.moveTo(x[i], y[i]);
      } else {
        line.lineTo(x[i], y[i]);
      }
    }
    draw(line);
  }

  @Override
  public void drawPolygon(int[] x, int[] y, int count) {
    draw(new Polygon(x, y, count));
  }

  @Override
  public void fillPolygon(int[] x, int[] y, int count) {
    fill(new Polygon(x, y, count));
  }

  @Override
  public void setPaintMode() {
    composite = AlphaComposite.SrcOver;
  }

  @Override
  public void setXORMode(Color other) {
    composite = AlphaComposite.SrcOver;
  }

  @Override
  public void copyArea(int x, int y, int w, int h, int dx, int dy) {
    throw new UnsupportedOperationException("an SVG has no pixels");
  }

  @Override
  public void dispose() {
    clipName = "";
  }

  @Override
  public boolean drawImage(Image image, AffineTransform at, ImageObserver observer) {
    throw noPictures();
  }

  @Override
  public void drawImage(BufferedImage image, BufferedImageOp operation, int x, int y) {
    throw noPictures();
  }

  @Override
  public void drawRenderedImage(RenderedImage image, AffineTransform at) {
    throw noPictures();
  }

  @Override
  public void drawRenderableImage(RenderableImage image, AffineTransform at) {
    throw noPictures();
  }

  @Override
  public boolean drawImage(Image image, int x, int y, ImageObserver observer) {
    throw noPictures();
  }

  @Override
  public boolean drawImage(Image image, int x, int y, int w, int h, ImageObserver observer) {
    throw noPictures();
  }

  @Override
  public boolean drawImage(Image image, int x, int y, Color ground, ImageObserver observer) {
    throw noPictures();
  }

  @Override
  public boolean drawImage(
      Image image, int x, int y, int w, int h, Color ground, ImageObserver observer) {
    throw noPictures();
  }

  @Override
  public boolean drawImage(
      Image image,
      int dx1,
      int dy1,
      int dx2,
      int dy2,
      int sx1,
      int sy1,
      int sx2,
      int sy2,
      ImageObserver observer) {
    throw noPictures();
  }

  @Override
  public boolean drawImage(
      Image image,
      int dx1,
      int dy1,
      int dx2,
      int dy2,
      int sx1,
      int sy1,
      int sx2,
      int sy2,
      Color ground,
      ImageObserver observer) {
    throw noPictures();
  }

  private static UnsupportedOperationException noPictures() {
    return new UnsupportedOperationException("a chart has no pictures");
  }
}
