package studio.saddlepoint.run.tensorboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.parameter.HyperParameter;
import studio.saddlepoint.recipe.parameter.Schedule;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.ScoreCard;

/**
 * What a run tells, as records of an event file: numbers as scalars, sample sheets as images, the
 * recipe as hyper-parameters and as a text, findings and changes as texts.
 */
final class RunRecords {
  private static final Logger LOG = LoggerFactory.getLogger(RunRecords.class);

  private static final Pattern BRACKETS = Pattern.compile("\\(([^()]+)\\)");

  private final RunFolder run;
  private final EventFileWriter out;

  RunRecords(RunFolder run, EventFileWriter out) {
    this.run = run;
    this.out = out;
  }

  /** Tells what is trained. */
  void begin(Instant time, long step, Recipe recipe) throws IOException {
    write(
        time,
        step,
        SummaryValue.begun(hyperParameters(recipe), run.id(), EventFileWriter.seconds(time)),
        SummaryValue.markdown("recipe", recipe(recipe)));
  }

  /** Values by their keys: those that decide something; a schedule is a text. */
  static Map<String, Object> hyperParameters(Recipe recipe) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (HyperParameter each : HyperParameters.all()) {
      Object value = each.get(recipe);
      if (value instanceof Schedule
          || !each.group().isEmpty() && !(value instanceof Number || value instanceof Boolean)) {
        values.put(each.key(), each.format(value));
      } else if (value instanceof Number || value instanceof Boolean) {
        values.put(each.key(), value);
      }
    }
    return values;
  }

  private String recipe(Recipe recipe) {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(Markdown.plain(run.title())).append("\n\n");
    text.append(Markdown.plain(recipe.summary())).append("\n\n| setting | value |\n|---|---|\n");
    for (HyperParameter each : HyperParameters.all()) {
      if (!each.group().isEmpty() || each.numeric()) {
        text.append(English.of("| %s | ", each.key()))
            .append(Markdown.plain(each.format(each.get(recipe))))
            .append(" |\n");
      }
    }
    return text.toString();
  }

  /** Tells an event; of kinds that TensorBoard has no place for, nothing. */
  void take(Event event) throws IOException {
    if (event instanceof Event.Scalars scalars) {
      write(event, values(scalars.values()));
    } else if (event instanceof Event.Probed probed) {
      write(event, values(probed.values()));
    } else if (event instanceof Event.Scored scored) {
      write(event, scores("score/", scored.values(), scored.how()));
    } else if (event instanceof Event.Sheet sheet) {
      picture(sheet);
    } else if (event instanceof Event.Found found) {
      write(event, List.of(SummaryValue.markdown("findings", finding(found))));
    } else if (event instanceof Event.Changed changed) {
      write(event, List.of(SummaryValue.markdown("changes", change(changed))));
    } else if (event instanceof Event.Ended) {
      write(event, List.of(SummaryValue.ended(EventFileWriter.seconds(event.time()))));
    }
  }

  /** Tells an evaluation that is kept with the run. */
  void take(ScoreCard card) throws IOException {
    out.summary(card.time(), card.step(), scores("evaluation/", card.values(), card.how()));
  }

  private void write(Event event, List<ProtoMessage> values) throws IOException {
    out.summary(event.time(), event.step(), values);
  }

  private void write(Instant time, long step, ProtoMessage... values) throws IOException {
    out.summary(time, step, List.of(values));
  }

  /**
   * Of {@code loss.generator} the tag {@code loss/generator}: cards are sorted by what is first.
   */
  static String tag(String key) {
    return key.replaceFirst("\\.", "/");
  }

  private static List<ProtoMessage> values(Map<String, Double> values) {
    List<ProtoMessage> all = new ArrayList<>();
    values.forEach((key, value) -> all.add(SummaryValue.scalar(tag(key), value)));
    return all;
  }

  /** Numbers that were made in another way get another tag, so that no chart mixes them. */
  private static List<ProtoMessage> scores(String group, Map<String, Double> values, String how) {
    List<ProtoMessage> all = new ArrayList<>();
    values.forEach(
        (key, value) -> {
          if (Double.isFinite(value)) {
            all.add(SummaryValue.scalar(group + key + way(how), value));
          }
        });
    return all;
  }

  /** Of {@code FID (Strokes classifier, 2,048 vs train); ...} what is in brackets. */
  private static String way(String how) {
    Matcher brackets = BRACKETS.matcher(how);
    String way = brackets.find() ? brackets.group(1) : how;
    return way.isEmpty() ? "" : " (" + way + ")";
  }

  /** A sheet that is gone or damaged is left out, as in the window. */
  private void picture(Event.Sheet sheet) throws IOException {
    Optional<Path> file = PathNames.within(run.path(), sheet.file());
    if (file.isEmpty()) {
      return;
    }
    ProtoMessage picture;
    try {
      picture = SummaryValue.picture("samples", Files.readAllBytes(file.get()));
    } catch (NoSuchFileException e) {
      return;
    } catch (IOException | IllegalArgumentException e) {
      LOG.debug("The sheet {} is left out of the event file", file.get(), e);
      return;
    }
    write(sheet, List.of(picture));
  }

  private static String finding(Event.Found found) {
    String words =
        String.join(" ", found.what(), found.evidence(), found.why(), found.advice()).strip();
    return "**"
        + (found.over() ? "over" : Markdown.plain(found.severity()))
        + "** "
        + Markdown.plain(found.kind())
        + ": "
        + Markdown.plain(words);
  }

  private static String change(Event.Changed change) {
    return Markdown.plain(
        English.of(
            "%s: %s → %s (%s)",
            change.key(),
            change.before(),
            change.after(),
            change.author().name().toLowerCase(Locale.ROOT)));
  }
}
