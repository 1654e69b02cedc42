package studio.saddlepoint.app.lab;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.core.English;
import studio.saddlepoint.lab.microscope.Enlarged;
import studio.saddlepoint.lab.microscope.Enlarged.Way;
import studio.saddlepoint.lab.microscope.Field;
import studio.saddlepoint.lab.microscope.LayerInfo;
import studio.saddlepoint.lab.microscope.LayerLook;
import studio.saddlepoint.lab.microscope.NormStatistics;
import studio.saddlepoint.lab.microscope.Side;
import studio.saddlepoint.lab.microscope.Spread;

/** Tells in a sentence or two what the microscope shows. */
final class MicroscopeWords {
  private MicroscopeWords() {}

  /**
   * The words.
   *
   * @param waiting what is told while there is nothing
   */
  static String of(@Nullable MicroscopeShown shown, String waiting) {
    if (shown == null) {
      return waiting;
    }
    String beside =
        switch (shown.beside()) {
          case FIELD -> field(shown);
          case NORM -> norm(shown);
          case ENLARGING -> enlarging(shown.enlarged());
        };
    return shown.beside() == MicroscopeState.Beside.ENLARGING
        ? beside
        : layer(shown.look()) + " " + beside;
  }

  private static String layer(LayerLook look) {
    LayerInfo layer = look.layer();
    return switch (layer.kind()) {
      case BEND ->
          Messages.text(
              look.dead().orElse(0) > 0
                  ? "lab.microscope.tell.bend.dead"
                  : "lab.microscope.tell.bend",
              name(layer),
              PlaneWords.percent(below(look.entering())),
              PlaneWords.percent(look.dead().orElse(0)),
              look.examples());
      case NORM ->
          look.norm()
              .map(each -> Messages.text("lab.microscope.tell.statistics", number(each)))
              .orElse("");
      case WEIGHTS ->
          Messages.text(
              look.filters().whole()
                  ? "lab.microscope.tell.filters"
                  : "lab.microscope.tell.channel",
              name(layer),
              look.filters().all(),
              1 + look.unit().channel(layer));
      case OTHER -> Messages.text("lab.microscope.tell.other", name(layer), layer.shape());
    };
  }

  /** The name, as a sentence begins. */
  private static String name(LayerInfo layer) {
    return layer.name().substring(0, 1).toUpperCase(Locale.ROOT) + layer.name().substring(1);
  }

  private static String number(NormStatistics statistics) {
    return English.of("%.2f", statistics.shift());
  }

  /** The share of the bars' numbers that are below 0. */
  private static double below(Spread spread) {
    double below = 0;
    double wide = (spread.high() - spread.low()) / spread.counts().length;
    for (int i = 0; i < spread.counts().length; i++) {
      double left = spread.low() + i * wide;
      double part = Math.max(0, Math.min(1, -left / wide));
      below += part * spread.counts()[i];
    }
    return below / spread.total();
  }

  private static String field(MicroscopeShown shown) {
    Field field = shown.look().field();
    String theory = field.rows().size() + " × " + field.columns().size();
    boolean made = shown.side() == Side.GENERATOR;
    if (field.nothing()) {
      return Messages.text(made ? "lab.microscope.tell.changes.none" : "lab.microscope.tell.off");
    }
    String found = field.height() + " × " + field.width();
    if (!field.known()) {
      return Messages.text(
          made ? "lab.microscope.tell.changes.measured" : "lab.microscope.tell.sees.measured",
          found);
    }
    return Messages.text(
        made ? "lab.microscope.tell.changes" : "lab.microscope.tell.sees", theory, found);
  }

  private static String norm(MicroscopeShown shown) {
    return shown
        .sheets()
        .map(
            each ->
                Messages.text("lab.microscope.tell.sheets", English.of("%.1f", each.difference())))
        .orElse(Messages.text("lab.microscope.tell.sheets.none"));
  }

  private static String enlarging(List<Enlarged> all) {
    if (all.isEmpty()) {
      return "";
    }
    Enlarged worst = all.stream().max(Comparator.comparingDouble(Enlarged::energy)).orElseThrow();
    return Messages.text(
        "lab.microscope.tell.enlarging",
        percent(all, Way.REAL),
        percent(all, Way.FAKE),
        MicroscopePainter.name(worst.way()),
        share(worst.energy()));
  }

  private static String percent(List<Enlarged> all, Way way) {
    return all.stream()
        .filter(each -> each.way() == way)
        .findFirst()
        .map(each -> share(each.energy()))
        .orElse("–");
  }

  /** A share of energy. */
  static String share(double energy) {
    return English.of(energy < 0.1 ? "%.2f %%" : "%.0f %%", 100 * energy);
  }
}
