package studio.saddlepoint.app.chart;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.NoninvertibleTransformException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Graphics that know where and how they draw: place, clip, colour, stroke and font. */
abstract class DrawingState extends VectorGraphics {
  private AffineTransform transform = new AffineTransform();
  private Paint paint = Color.BLACK;
  private Color background = Color.WHITE;
  private Stroke stroke = new BasicStroke();
  private Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  private Composite composite = AlphaComposite.SrcOver;

  /** In the space of the document; nothing where nothing is clipped. */
  private @Nullable Area clip;

  private final RenderingHints hints = new RenderingHints(Map.of());

  /** Takes how others draw. */
  final void takeFrom(DrawingState other) {
    transform = new AffineTransform(other.transform);
    paint = other.paint;
    background = other.background;
    stroke = other.stroke;
    font = other.font;
    composite = other.composite;
    clip = other.clip;
  }

  /** A shape in the space of the document. */
  final Shape placed(Shape shape) {
    return transform.createTransformedShape(shape);
  }

  /**
   * What is drawn in, in the space of the document; nothing where nothing is clipped. Another clip
   * is another area.
   */
  final @Nullable Area clipArea() {
    return clip;
  }

  @Override
  public void setClip(@Nullable Shape shape) {
    clip = shape == null ? null : new Area(transform.createTransformedShape(shape));
  }

  @Override
  public void clip(@Nullable Shape shape) {
    if (shape != null) {
      Area more = new Area(transform.createTransformedShape(shape));
      if (clip != null) {
        more.intersect(clip);
      }
      clip = more;
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
  public void setPaintMode() {
    composite = AlphaComposite.SrcOver;
  }

  @Override
  public void setXORMode(Color other) {
    composite = AlphaComposite.SrcOver;
  }
}
