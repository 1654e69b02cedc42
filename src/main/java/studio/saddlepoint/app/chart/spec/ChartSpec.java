package studio.saddlepoint.app.chart.spec;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.recipe.method.PlayerNames;
import studio.saddlepoint.recipe.parameter.Choice;

/**
 * The curves and words of a chart.
 *
 * @param id stable name; {@code chart.ID} is its title's key, {@code chart.ID.tip} its explanation,
 *     {@code chart.ID.tip.LOSS} that for a loss
 * @param series its quantities
 * @param scale of its value axis
 * @param shown when there is such a chart
 * @param look its place and its lines
 */
public record ChartSpec(String id, List<SeriesSpec> series, Scale scale, Shown shown, Look look) {
  /**
   * A value axis.
   *
   * @param canBeLog whether a logarithmic one makes sense
   * @param log whether it always is
   * @param floor it begins here; NaN where it follows the data
   * @param ceiling it ends here; NaN where it follows the data
   */
  public record Scale(boolean canBeLog, boolean log, double floor, double ceiling) {
    static final Scale FREE = new Scale(false, false, Double.NaN, Double.NaN);
  }

  /**
   * When a chart is shown: with data, and sometimes without.
   *
   * @param always whether it is shown without data
   * @param judge the player whose judgement it draws: with such a player it is shown without data
   *     as long as none of the charts in its stead has any; empty for none
   * @param instead ids of the charts in its stead
   */
  public record Shown(boolean always, String judge, List<String> instead) {
    /**
     * Whether it is shown.
     *
     * @param players those of the run
     * @param id the chart's own
     * @param hasData whether there is anything of a chart, by its id
     */
    public boolean now(PlayerNames players, String id, Predicate<String> hasData) {
      return always
          || hasData.test(id)
          || players.names().contains(judge) && instead.stream().noneMatch(hasData);
    }
  }

  /**
   * A chart's place and lines.
   *
   * @param besides its width beside its neighbours that have one, too; 0 where it has a row
   * @param smooth whether the past smooths its lines
   * @param usual whether it is shown unless a person does not want it; else where one does
   */
  public record Look(double besides, boolean smooth, boolean usual) {
    private static final Look USUAL = new Look(0, true, true);
  }

  /** A chart that is always there. */
  public static ChartSpec always(String id, SeriesSpec... series) {
    return new ChartSpec(
        id, List.of(series), Scale.FREE, new Shown(true, "", List.of()), Look.USUAL);
  }

  /** A chart that is there as soon as there is something to draw. */
  public static ChartSpec withData(String id, SeriesSpec... series) {
    return always(id, series).shown(new Shown(false, "", List.of()));
  }

  /** This chart with an axis that can be logarithmic. */
  ChartSpec canBeLog() {
    return scaled(new Scale(true, scale.log, scale.floor, scale.ceiling));
  }

  /** This chart with an axis that is always logarithmic. */
  ChartSpec log() {
    return scaled(new Scale(false, true, scale.floor, scale.ceiling));
  }

  /** This chart with an axis from a value on; to another, or to where the data ends where NaN. */
  ChartSpec from(double floor, double ceiling) {
    return scaled(new Scale(scale.canBeLog, scale.log, floor, ceiling));
  }

  /** This chart, there from the beginning where this player judges and no other chart shows it. */
  ChartSpec orWhereJudges(String player, String... instead) {
    return shown(new Shown(false, player, List.of(instead)));
  }

  /** This chart beside its neighbours. */
  ChartSpec besides(double width) {
    return looking(new Look(width, look.smooth, look.usual));
  }

  /** This chart with its values as they are. */
  ChartSpec unsmoothed() {
    return looking(new Look(look.besides, false, look.usual));
  }

  /** This chart, shown to those who ask for it. */
  public ChartSpec onRequest() {
    return looking(new Look(look.besides, look.smooth, false));
  }

  private ChartSpec scaled(Scale other) {
    return new ChartSpec(id, series, other, shown, look);
  }

  private ChartSpec shown(Shown other) {
    return new ChartSpec(id, series, scale, other, look);
  }

  private ChartSpec looking(Look other) {
    return new ChartSpec(id, series, scale, shown, other);
  }

  /**
   * Its curves where these play.
   *
   * @param keys of all quantities that the run has told of
   */
  public List<SeriesSpec.Line> lines(PlayerNames players, List<String> keys) {
    return series.stream().flatMap(each -> each.lines(players, keys)).toList();
  }

  /** Its name where these play. */
  public String title(PlayerNames players) {
    return Messages.text(
        "chart." + id, series.stream().map(each -> each.whose(players)).findFirst().orElse(""));
  }

  /**
   * Its explanation, in the words of a loss where that makes a difference.
   *
   * @param objective loss or method of the run that is shown; empty where there is none
   */
  public String tip(Optional<Choice> objective) {
    String general = "chart." + id + ".tip";
    return objective
        .map(each -> general + "." + each.id())
        .filter(Messages::has)
        .map(Messages::text)
        .orElseGet(() -> Messages.text(general));
  }
}
