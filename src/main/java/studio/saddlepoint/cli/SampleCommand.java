package studio.saddlepoint.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.latent.Pictures;
import studio.saddlepoint.latent.SampleClasses;
import studio.saddlepoint.latent.SampleCodes;
import studio.saddlepoint.latent.SeededCodes;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.run.RunFolder;

/** Draws pictures from a run's generator into a PNG. */
@Command(name = "sample", description = "Draws pictures from a run's generator into a PNG.")
final class SampleCommand implements Callable<Integer> {
    private static final int MOST = 10_000;
    private static final int AT_ONCE = 64;
    private static final int GAP = 2;
    private static final int BACKGROUND = 0xff202020;

    private final Console console;
    private final Home home;

    @Mixin private SnapshotOptions options = new SnapshotOptions();

    @Option(
            names = "--n",
            paramLabel = "N",
            defaultValue = "64",
            description = "How many pictures; default: ${DEFAULT-VALUE}.")
    private int count = 64;

    @Option(
            names = "--out",
            paramLabel = "PNG",
            required = true,
            description = "The file to write.")
    private Path out = Path.of("");

    @Option(
            names = "--class",
            paramLabel = "NAME",
            description =
                    "Asks a conditional generator for this class, by name or number; otherwise all classes take turns.")
    private @Nullable String className;

    @Option(
            names = "--columns",
            paramLabel = "N",
            description = "Pictures in a row; default: about as many as rows.")
    private @Nullable Integer columns;

    SampleCommand(Console console, Home home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() {
        if (count < 1 || count > MOST) {
            throw new BadUse("--n is " + count + ": it must be between 1 and " + MOST + ".");
        }
        if (columns != null && columns < 1) {
            throw new BadUse("--columns is " + columns + ": it must be at least 1.");
        }
        if (Files.isDirectory(out)) {
            throw new BadUse(
                    "--out is " + out + ", which is a folder: name a file, such as a.png.");
        }
        if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw new BadUse(
                    "--out is "
                            + out
                            + ": pictures are written as PNG, so let its name end with .png.");
        }
        RunFolder run = options.folder(home);
        try (Snapshot snapshot = options.open(run, console)) {
            int across = columns == null ? (int) Math.ceil(Math.sqrt(count)) : columns;
            Picture sheet = Pictures.grid(draw(snapshot), Math.min(across, count), GAP, BACKGROUND);
            Pngs.write(out, sheet);
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("file", out.toAbsolutePath().normalize().toString());
            document.put("run", run.path().toString());
            document.put("step", snapshot.step());
            document.put("averaged", snapshot.averaged());
            document.put("pictures", count);
            document.put("seed", options.seed());
            document.put(
                    "truncation",
                    options.truncation().isPresent() ? options.truncation().getAsDouble() : null);
            document.put("width", sheet.width());
            document.put("height", sheet.height());
            console.result(
                    document,
                    count
                            + " pictures of "
                            + snapshot.label()
                            + " in "
                            + out
                            + " ("
                            + sheet.width()
                            + "x"
                            + sheet.height()
                            + ")");
            return Main.DONE;
        }
    }

    private List<Picture> draw(Snapshot snapshot) {
        SampleCodes codes =
                SeededCodes.of(
                        snapshot,
                        count,
                        options.truncation().orElse(Double.POSITIVE_INFINITY),
                        classes(snapshot.latent().classNames()),
                        options.seed());
        List<Picture> pictures = new ArrayList<>(count);
        for (int from = 0; from < count; from += AT_ONCE) {
            SampleCodes.Range some = codes.range(from, Math.min(AT_ONCE, count - from));
            pictures.addAll(snapshot.render(some.z(), some.labels()));
            console.report("Drawing", (double) pictures.size() / count);
        }
        return pictures;
    }

    private SampleClasses classes(List<String> names) {
        if (className == null) {
            return SampleClasses.inTurn();
        }
        if (names.isEmpty()) {
            throw new BadUse(
                    "--class "
                            + className
                            + ": this generator is not told the class. Train one with method.conditional=true.");
        }
        int label = names.indexOf(className);
        if (label < 0 && className.matches("\\d{1,6}")) {
            label = Integer.parseInt(className);
        }
        if (label < 0 || label >= names.size()) {
            throw new BadUse(
                    "There is no class \""
                            + className
                            + "\". There are: "
                            + String.join(", ", names)
                            + ".");
        }
        return SampleClasses.only(label);
    }
}
