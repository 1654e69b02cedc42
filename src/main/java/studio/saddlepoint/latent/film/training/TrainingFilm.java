package studio.saddlepoint.latent.film.training;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.film.FilmFrame;
import studio.saddlepoint.latent.film.FrameRate;
import studio.saddlepoint.latent.film.FrameScale;
import studio.saddlepoint.latent.film.FrameSource;
import studio.saddlepoint.recipe.RecipeJson;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event;

/**
 * The film of a training: its kept sample sheets through time, each with its step, and the losses
 * below with a mark that moves along. The last sheet is seen for a second more.
 */
public final class TrainingFilm implements FrameSource {
  /** Where no width is asked for, sheets are enlarged by a whole number until they are as wide. */
  private static final int USUAL_WIDTH = 480;

  private static final int LEAST_WIDTH = 160;

  /** The chart's height, as a share of the width. */
  private static final double CHART = 0.34;

  private final RunFolder run;
  private final TrainingStory story;
  private final FilmTiming timing;
  private final FilmStyle style;
  private final LossChart chart;
  private final int sheetHeight;
  private final int height;

  /**
   * The film of a run as it stands.
   *
   * @param story what its log tells, see {@link TrainingStory#read}
   * @param width of a frame in pixels; empty for about 480
   * @param seconds without the end; empty for an eighth of a second a sheet
   * @throws StudioException if a number is not allowed
   */
  public static TrainingFilm of(
      RunFolder run,
      TrainingStory story,
      OptionalInt width,
      OptionalDouble seconds,
      FrameRate rate) {
    if (width.isPresent()
        && (width.getAsInt() < LEAST_WIDTH || width.getAsInt() > FrameScale.MOST)) {
      throw new StudioException(
          English.of(
              "The width is %d pixels: it must be between %d, below which no words can be read, and %d.",
              width.getAsInt(), LEAST_WIDTH, FrameScale.MOST));
    }
    return new TrainingFilm(run, width, seconds, rate, story);
  }

  private TrainingFilm(
      RunFolder run,
      OptionalInt width,
      OptionalDouble seconds,
      FrameRate rate,
      TrainingStory story) {
    this.run = run;
    this.story = story;
    timing = FilmTiming.of(story.sheets().size(), seconds, rate);
    Picture last = run.loadSheet(story.sheets().get(story.sheets().size() - 1).file());
    int wide =
        width.orElse(
            Math.max(
                LEAST_WIDTH,
                last.width() * Math.max(1, (USUAL_WIDTH + last.width() - 1) / last.width())));
    style = new FilmStyle(wide);
    sheetHeight = (int) Math.round((double) wide * last.height() / last.width());
    int chartHeight = (int) Math.round(wide * CHART);
    chart = new LossChart(story, style, wide, chartHeight);
    height = head() + sheetHeight + chartHeight;
  }

  /** The time of so many sheets in seconds, where none is asked for. */
  public static double usualSeconds(int sheets) {
    return FilmTiming.usualSeconds(sheets);
  }

  private int head() {
    return 2 * style.letter();
  }

  @Override
  public int count() {
    return timing.sheets().size();
  }

  /** How many frames long it is. */
  public long frames() {
    return timing.ticks().stream().mapToLong(each -> each).sum();
  }

  /** How many sheets the run has, all of them. */
  public int sheets() {
    return story.sheets().size();
  }

  @Override
  public List<FilmFrame> range(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            i ->
                new FilmFrame(
                    frame(story.sheets().get(timing.sheets().get(i))), timing.ticks().get(i)))
        .toList();
  }

  private Picture frame(Event.Sheet sheet) {
    BufferedImage image = new BufferedImage(style.width(), height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      style.prepare(graphics);
      graphics.setColor(FilmStyle.GROUND);
      graphics.fillRect(0, 0, style.width(), height);
      title(graphics, English.of("step %,d", sheet.step()));
      place(image, run.loadSheet(sheet.file()));
      graphics.transform(AffineTransform.getTranslateInstance(0, head() + sheetHeight));
      chart.draw(graphics, sheet.step());
    } finally {
      graphics.dispose();
    }
    int[] argb = image.getRGB(0, 0, style.width(), height, null, 0, style.width());
    return new Picture(style.width(), height, argb);
  }

  private void title(Graphics2D graphics, String step) {
    FontMetrics letters = graphics.getFontMetrics();
    float baseline = 1.35f * style.letter();
    int left = style.width() - style.margin() - letters.stringWidth(step);
    graphics.setColor(FilmStyle.TEXT);
    graphics.drawString(step, left, baseline);
    graphics.setColor(FilmStyle.MUTED);
    graphics.setClip(0, 0, left - style.margin(), head());
    graphics.drawString(Escapes.name(run.title()), style.margin(), baseline);
    graphics.setClip(null);
  }

  /** Puts a sheet in its place, at whatever resolution networks that grow have drawn it. */
  private void place(BufferedImage image, Picture sheet) {
    double ratio =
        Math.min(style.width() / (double) sheet.width(), sheetHeight / (double) sheet.height());
    int wide = Math.max(1, (int) Math.round(ratio * sheet.width()));
    int high = Math.max(1, (int) Math.round(ratio * sheet.height()));
    boolean squares = wide % sheet.width() == 0 && high % sheet.height() == 0;
    int longer = Math.max(wide, high);
    Picture scaled =
        longer < FrameScale.LEAST
            ? sheet
            : new FrameScale(OptionalInt.of(longer), !squares).apply(sheet);
    int width = Math.min(scaled.width(), image.getWidth());
    int rows = Math.min(scaled.height(), sheetHeight);
    image.setRGB(
        (image.getWidth() - width) / 2,
        head() + (sheetHeight - rows) / 2,
        width,
        rows,
        scaled.argb(),
        0,
        scaled.width());
  }

  /** What files tell of it, by keyword. */
  public Map<String, String> notes() {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("Software", "Saddlepoint");
    notes.put("run", run.id());
    notes.put("step", Long.toString(story.lastStep()));
    notes.put("recipe", RecipeJson.write(run.recipe()));
    return notes;
  }
}
