package studio.saddlepoint.app.evaluate;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.run.ScoreCard;

/** All scores of a run as a file: every number, and how each was made. */
enum ScoreExport {
    /** Comma-separated values (RFC 4180), one line a score. */
    CSV("csv") {
        @Override
        String write(List<ScoreGroup> groups) {
            List<String> columns = columns(groups);
            StringBuilder csv = new StringBuilder("step,weights,time,");
            columns.forEach(each -> csv.append(each).append(','));
            csv.append("how\r\n");
            for (ScoreCard row : rows(groups)) {
                csv.append(row.step()).append(',').append(row.weights()).append(',');
                csv.append(row.time());
                for (String column : columns) {
                    Double value = row.values().get(column);
                    csv.append(',').append(value == null ? "" : value.toString());
                }
                csv.append(",\"").append(row.how().replace("\"", "\"\"")).append("\"\r\n");
            }
            return csv.toString();
        }
    },
    /** An array of objects; NaN and infinities are texts, as in the run folder. */
    JSON("json") {
        @Override
        String write(List<ScoreGroup> groups) {
            JsonArray all = new JsonArray();
            for (ScoreCard row : rows(groups)) {
                JsonObject score = new JsonObject();
                score.addProperty("step", row.step());
                score.addProperty("weights", row.weights());
                score.addProperty("time", row.time().toString());
                score.addProperty("how", row.how());
                JsonObject values = new JsonObject();
                Scores.values(row.values()).forEach((key, each) -> add(values, key, each));
                score.add("values", values);
                JsonObject intervals = new JsonObject();
                Scores.intervals(row.values())
                        .forEach(
                                (key, each) -> {
                                    JsonArray ends = new JsonArray();
                                    ends.add(each.low());
                                    ends.add(each.high());
                                    intervals.add(key, ends);
                                });
                score.add("intervals95", intervals);
                all.add(score);
            }
            return GSON.toJson(all) + "\n";
        }
    },
    /** A table for each way of measuring, to be pasted into a report. */
    MARKDOWN("md") {
        @Override
        String write(List<ScoreGroup> groups) {
            StringBuilder text = new StringBuilder();
            for (ScoreGroup group : groups) {
                List<String> measures = group.measures();
                text.append("**").append(group.protocol()).append("**\n\n");
                text.append(line(Stream.concat(heads(), measures.stream().map(ScoreText::name))));
                text.append(line(Stream.concat(heads(), measures.stream()).map(each -> "---")));
                for (ScoreCard row : group.rows()) {
                    text.append(
                            line(
                                    Stream.concat(
                                            Stream.of(Long.toString(row.step()), row.weights()),
                                            measures.stream().map(each -> cell(row, each)))));
                }
                text.append('\n');
            }
            return text.toString();
        }
    };

    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

    private final String ending;

    ScoreExport(String ending) {
        this.ending = ending;
    }

    /** Of the file's name, without the dot. */
    String ending() {
        return ending;
    }

    /** Its name for a person. */
    String title() {
        return Messages.text("evaluate.export." + name().toLowerCase(Locale.ROOT));
    }

    /** The file's content. */
    abstract String write(List<ScoreGroup> groups);

    private static List<ScoreCard> rows(List<ScoreGroup> groups) {
        return groups.stream().flatMap(group -> group.rows().stream()).toList();
    }

    /** What any score has: in the order of the measures, each with its deviation and interval. */
    private static List<String> columns(List<ScoreGroup> groups) {
        Set<String> found =
                rows(groups).stream()
                        .flatMap(row -> row.values().keySet().stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> columns = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            String key = measure.key();
            Stream.of(key, measure.deviation(), key + ".low", key + ".high")
                    .filter(found::remove)
                    .forEach(columns::add);
        }
        columns.addAll(found);
        return columns;
    }

    private static void add(JsonObject to, String key, double value) {
        if (Double.isFinite(value)) {
            to.addProperty(key, value);
        } else {
            to.addProperty(key, Double.toString(value));
        }
    }

    private static Stream<String> heads() {
        return Stream.of(
                Messages.text("evaluate.column.step"), Messages.text("evaluate.column.weights"));
    }

    private static String cell(ScoreCard row, String measure) {
        Map<String, Double> all = row.values();
        Double value = all.get(measure);
        if (value == null) {
            return "";
        }
        return ScoreText.value(measure, value)
                + Scores.interval(all, measure)
                        .map(
                                each ->
                                        " ("
                                                + ScoreText.value(measure, each.low())
                                                + " to "
                                                + ScoreText.value(measure, each.high())
                                                + ")")
                        .orElse("");
    }

    private static String line(Stream<String> cells) {
        return cells.map(each -> each.replace("|", "\\|"))
                        .collect(Collectors.joining(" | ", "| ", " |"))
                + "\n";
    }
}
