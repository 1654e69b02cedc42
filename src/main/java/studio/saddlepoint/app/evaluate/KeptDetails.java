package studio.saddlepoint.app.evaluate;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.latent.Pictures;
import studio.saddlepoint.metrics.EvaluationResult;
import studio.saddlepoint.metrics.Neighbours;
import studio.saddlepoint.metrics.distribution.ClassBalance;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.ScoreCard;

/**
 * What an evaluation found beside its numbers, kept with the run: {@code
 * evaluations/1795344000000.json}, named by the score's time in milliseconds, and a picture of the
 * neighbours beside it. The numbers themselves are in the score.
 */
final class KeptDetails {
    private static final String FOLDER = "evaluations";
    private static final Gson GSON =
            new GsonBuilder()
                    .disableHtmlEscaping()
                    .setPrettyPrinting()
                    .serializeSpecialFloatingPointValues()
                    .create();

    /** The file's content. */
    private static final class Content {
        long tookMillis;
        List<String> warnings = List.of();
        @Nullable Classes classes;
        List<Near> neighbours = List.of();
    }

    /** Shares by class. */
    private record Classes(List<String> names, double[] real, double[] generated) {}

    /** A row of the picture: the generated one, then as many real ones as there are distances. */
    private record Near(double[] distances, String realism) {}

    private KeptDetails() {}

    private static Path file(RunFolder run, Instant time, String ending) {
        return run.path().resolve(FOLDER).resolve(time.toEpochMilli() + "." + ending);
    }

    /**
     * Keeps what a result holds beside its numbers.
     *
     * @throws studio.saddlepoint.core.StudioException if it cannot be written
     */
    static void save(RunFolder run, ScoreCard card, EvaluationResult result) {
        Content content = new Content();
        content.tookMillis = result.took().toMillis();
        content.warnings = result.warnings();
        result.classes()
                .ifPresent(
                        each ->
                                content.classes =
                                        new Classes(each.names(), each.real(), each.generated()));
        List<Picture> pictures = pictures(result.neighbours());
        if (!pictures.isEmpty()) {
            content.neighbours =
                    result.neighbours().stream()
                            .map(
                                    each ->
                                            new Near(
                                                    each.distances(),
                                                    Double.toString(each.realism())))
                            .toList();
            int columns = pictures.size() / result.neighbours().size();
            WholeFile.write(
                    file(run, card.time(), "png"),
                    png(Pictures.grid(pictures, columns, 0, 0xff000000)));
        }
        WholeFile.write(file(run, card.time(), "json"), GSON.toJson(content) + "\n");
    }

    /** Row by row; none where they are of several sizes and fill no grid. */
    private static List<Picture> pictures(List<Neighbours> neighbours) {
        List<Picture> all =
                neighbours.stream()
                        .flatMap(
                                each ->
                                        Stream.concat(
                                                Stream.of(each.generated()),
                                                each.nearest().stream()))
                        .toList();
        boolean even =
                neighbours.stream().map(each -> each.nearest().size()).distinct().count() == 1
                        && all.stream()
                                        .map(each -> List.of(each.width(), each.height()))
                                        .distinct()
                                        .count()
                                == 1;
        return even ? all : List.of();
    }

    private static byte[] png(Picture picture) {
        try {
            return Pngs.encode(picture);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A score with what is kept of it: its numbers alone where that is all. */
    static EvaluationResult load(RunFolder run, ScoreCard card) {
        Content content = new Content();
        List<Neighbours> neighbours = List.of();
        try {
            Path file = file(run, card.time(), "json");
            if (Files.exists(file)) {
                content = GSON.fromJson(Files.readString(file), Content.class);
                neighbours = neighbours(file(run, card.time(), "png"), content.neighbours);
            }
        } catch (IOException | RuntimeException e) {
            // The numbers are what counts, and they are in the score.
            neighbours = List.of();
        }
        Classes classes = content.classes;
        return new EvaluationResult(
                Scores.values(card.values()),
                Scores.intervals(card.values()),
                classes == null
                        ? Optional.empty()
                        : Optional.of(
                                new ClassBalance(classes.names, classes.real, classes.generated)),
                neighbours,
                card.how(),
                Duration.ofMillis(content.tookMillis),
                content.warnings);
    }

    private static List<Neighbours> neighbours(Path file, List<Near> rows) throws IOException {
        if (rows.isEmpty() || !Files.exists(file)) {
            return List.of();
        }
        BufferedImage sheet = ImageIO.read(file.toFile());
        int columns = rows.get(0).distances.length + 1;
        int width = sheet.getWidth() / columns;
        int height = sheet.getHeight() / rows.size();
        List<Neighbours> found = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            List<Picture> pictures = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                int[] argb =
                        sheet.getRGB(
                                column * width,
                                row * height,
                                width,
                                height,
                                new int[width * height],
                                0,
                                width);
                pictures.add(new Picture(width, height, argb));
            }
            found.add(
                    new Neighbours(
                            pictures.get(0),
                            pictures.subList(1, columns),
                            rows.get(row).distances,
                            Double.parseDouble(rows.get(row).realism)));
        }
        return found;
    }
}
