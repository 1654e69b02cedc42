package studio.saddlepoint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.train.MethodTrial;

/** Trains the recipes that come with the program for the same short time and compares them. */
@Command(
        name = "methods",
        description = {
            "Trains recipes for the same short time each and compares what came out, as a Markdown table.",
            "Quality is measured by the data set's own classifier. The runs are kept beside the others."
        })
final class BenchMethodsCommand implements Callable<Integer> {
    private final Console console;
    private final Home home;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "180",
            description = "Time of each training; default: ${DEFAULT-VALUE}.")
    private int seconds = 180;

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "5000",
            description = "Pictures that are measured; default: ${DEFAULT-VALUE}.")
    private int samples = 5_000;

    @Option(
            names = "--data",
            paramLabel = "PATH",
            split = ",",
            description =
                    "Data sets, by name or path, separated by commas; default: ${DEFAULT-VALUE}.")
    private List<String> data = List.of("strokes");

    @Option(
            names = "--recipes",
            paramLabel = "NAME",
            split = ",",
            description = "Recipes by name or file, separated by commas; default: all embedded.")
    private List<String> recipes = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Writes the tables into this file, after each training anew.")
    private @Nullable Path out;

    BenchMethodsCommand(Console console, Home home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() {
        if (seconds < 1 || samples < 10) {
            throw new BadUse("--seconds must be at least 1, and --samples at least 10.");
        }
        List<Recipe> chosen =
                recipes.isEmpty()
                        ? Recipes.embedded()
                        : recipes.stream().map(RecipeChoice::load).toList();
        Map<String, Map<String, MethodTrial.Outcome>> found = new LinkedHashMap<>();
        MethodTrial trial =
                new MethodTrial(home, home.runs(), Duration.ofSeconds(seconds), samples);
        for (String source : data) {
            Map<String, MethodTrial.Outcome> rows = new LinkedHashMap<>();
            found.put(name(source), rows);
            for (Recipe recipe : chosen) {
                console.note(recipe.name() + " on " + name(source));
                rows.put(recipe.name(), trial.run(RecipeChoice.on(recipe, source), console));
                write(text(found));
            }
        }
        Map<String, Object> document = new LinkedHashMap<>();
        found.forEach(
                (source, rows) -> {
                    Map<String, Object> outcomes = new LinkedHashMap<>();
                    rows.forEach((recipe, outcome) -> outcomes.put(recipe, document(outcome)));
                    document.put(source, outcomes);
                });
        console.result(document, text(found));
        return Main.DONE;
    }

    private static Map<String, Object> document(MethodTrial.Outcome outcome) {
        Map<String, Object> values = new LinkedHashMap<>(outcome.values());
        values.put("imagesPerSecond", outcome.imagesPerSecond());
        values.put("steps", outcome.steps());
        values.put("diverged", outcome.diverged());
        outcome.classAccuracy().ifPresent(share -> values.put("classAccuracy", share));
        return values;
    }

    private static String name(String source) {
        Path last = Path.of(source).getFileName();
        return last == null ? source : last.toString();
    }

    private String text(Map<String, Map<String, MethodTrial.Outcome>> found) {
        List<String> lines = new ArrayList<>();
        lines.add("# Methods compared");
        lines.add("");
        lines.add(
                String.format(
                        Locale.ENGLISH,
                        "Made by `saddlepoint bench methods`: each recipe trained for %d s, then %,d samples against as many real pictures of the train split, by the data set's own classifier. Engine: %s.",
                        seconds,
                        samples,
                        TorchEngine.describe()));
        found.forEach(
                (source, rows) -> {
                    lines.add("");
                    lines.add("## " + source);
                    lines.add("");
                    lines.add(
                            "| Recipe | FID | Precision | Recall | Images/s | Steps | Class accuracy | Diverged |");
                    lines.add("| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
                    rows.forEach((recipe, outcome) -> lines.add(row(recipe, outcome)));
                });
        lines.add("");
        return String.join("\n", lines);
    }

    private static String row(String recipe, MethodTrial.Outcome outcome) {
        Map<String, Double> values = outcome.values();
        return String.format(
                Locale.ENGLISH,
                "| %s | %.2f | %.3f | %.3f | %.0f | %,d | %s | %s |",
                recipe,
                values.get("fid"),
                values.get("precision"),
                values.get("recall"),
                outcome.imagesPerSecond(),
                outcome.steps(),
                outcome.classAccuracy().isPresent()
                        ? String.format(
                                Locale.ENGLISH,
                                "%.1f %%",
                                100 * outcome.classAccuracy().getAsDouble())
                        : "–",
                outcome.diverged() ? "yes" : "no");
    }

    private void write(String text) {
        if (out == null) {
            return;
        }
        try {
            Files.writeString(out, text);
        } catch (IOException e) {
            throw new StudioException(
                    "The tables cannot be written to " + out + ": " + e.getMessage() + ".");
        }
    }
}
