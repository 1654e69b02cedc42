package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.torch.OperatorArchive;

/** Folders of images against folders and statistics, as other tools score them. */
class EvaluateFoldersTest {
    private static final int SIZE = 8;

    @TempDir static Path home;

    private static Path real;
    private static Path fake;

    @BeforeAll
    static void paint() {
        real = paint("real", 40, SIZE, 1, 0);
        fake = paint("fake", 30, SIZE, 2, 40);
    }

    /** Coloured noise, brighter by an amount. */
    private static Path paint(String name, int count, int size, long seed, int brighter) {
        Path folder = home.resolve(name);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            int[] argb = new int[size * size];
            for (int p = 0; p < argb.length; p++) {
                argb[p] =
                        0xff000000
                                | random.nextInt(100) + brighter << 16
                                | random.nextInt(150) + brighter << 8
                                | random.nextInt(200) + brighter;
            }
            Pngs.write(folder.resolve(i + ".png"), new Picture(size, size, argb));
        }
        return folder;
    }

    @Test
    void scoresAFolderAgainstAFolder() {
        JsonObject scores = evaluate(real, fake, "random");
        assertEquals(40, scores.get("realImages").getAsInt());
        assertEquals(30, scores.get("fakeImages").getAsInt());
        assertTrue(value(scores, "fid") > 0);
        assertTrue(scores.getAsJsonObject("values").has("precision"));
        assertTrue(
                scores.get("how")
                        .getAsString()
                        .contains("random convolutions, seed 1, 30 vs 40 of real"),
                scores.toString());
        assertEquals(0, scores.getAsJsonArray("leftOut").size());
        assertTrue(scores.getAsJsonObject("intervals").has("fid"));
        CommandLineRun quick =
                run(
                        "--real",
                        real.toString(),
                        "--fake",
                        fake.toString(),
                        "--extractor",
                        "random",
                        "--no-intervals",
                        "--json");
        JsonObject without = quick.json().getAsJsonObject();
        assertEquals(value(scores, "fid"), value(without, "fid"));
        assertEquals(0, without.getAsJsonObject("intervals").size());
        JsonObject itself = evaluate(real, real, "random");
        assertEquals(0, value(itself, "fid"), 1e-9);
        assertEquals(1, value(itself, "precision"));
        assertEquals(1, value(itself, "recall"));
        assertFalse(value(scores, "fid") == value(evaluate(real, fake, "random:2"), "fid"));
    }

    /** With one feature, FID is the squared difference of means and of deviations. */
    @Test
    void agreesWithTheFormulaForOneFeature() throws IOException {
        Path module = module("torch.reshape(torch.mean(x, [1, 2, 3]), [-1, 1])", "mean.pt");
        double[] a = means(40, 1, 0);
        double[] b = means(30, 2, 40);
        double expected = Math.pow(mean(a) - mean(b), 2) + Math.pow(deviation(a) - deviation(b), 2);
        double found = value(evaluate(real, fake, module.toString()), "fid");
        assertEquals(expected, found, 1e-4 * expected);
    }

    private static double[] means(int count, long seed, int brighter) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] means = new double[count];
        for (int i = 0; i < count; i++) {
            for (int p = 0; p < SIZE * SIZE; p++) {
                means[i] += random.nextInt(100) + random.nextInt(150) + random.nextInt(200);
            }
            means[i] = means[i] / (3 * SIZE * SIZE) + brighter;
        }
        return means;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        double sum = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(sum / (values.length - 1));
    }

    @Test
    void scoresTheSameAgainstExportedStatistics() throws IOException {
        Path statistics = home.resolve("real.npz");
        CommandLineRun exported =
                CommandLineRun.of(
                        home,
                        "evaluate",
                        "--real",
                        real.toString(),
                        "--extractor",
                        "random",
                        "--export-stats",
                        statistics.toString());
        assertEquals(Main.DONE, exported.code(), exported.err());
        assertTrue(exported.out().contains("Statistics of "), exported.out());
        JsonObject scores = evaluate(statistics, fake, "random");
        assertEquals(value(evaluate(real, fake, "random"), "fid"), value(scores, "fid"));
        assertEquals(40, scores.get("realImages").getAsInt());
        assertFalse(scores.getAsJsonObject("values").has("precision"));
        assertRefused(
                "Precision and recall left out: the reference is statistics alone",
                "--real",
                statistics.toString(),
                "--fake",
                fake.toString(),
                "--extractor",
                "random",
                "--metrics",
                "pr");
        assertRefused(
                "were made with random convolutions, seed 1, not with pixels",
                "--real",
                statistics.toString(),
                "--fake",
                fake.toString(),
                "--extractor",
                "pixels");
    }

    @Test
    void leavesABrokenImageOutAndSaysSo() throws IOException {
        Path folder = paint("broken", 20, SIZE, 3, 10);
        Path file = folder.resolve("7.png");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 60));
        CommandLineRun run =
                run(
                        "--real",
                        real.toString(),
                        "--fake",
                        folder.toString(),
                        "--extractor",
                        "pixels",
                        "--json");
        assertEquals(Main.DONE, run.code(), run.err());
        JsonObject scores = run.json().getAsJsonObject();
        assertEquals(19, scores.get("fakeImages").getAsInt());
        assertTrue(scores.getAsJsonArray("leftOut").get(0).getAsString().contains("7.png"));
        assertTrue(run.err().contains("Left out: " + file), run.err());
    }

    @Test
    void asksForASizeWhereImagesHaveSeveral() {
        Path folder = paint("sizes", 20, SIZE, 3, 10);
        Pngs.write(folder.resolve("large.png"), new Picture(12, 10, new int[120]));
        assertRefused(
                "are of several sizes: 8x8 (20), 12x10 (1)",
                "--real",
                real.toString(),
                "--fake",
                folder.toString(),
                "--extractor",
                "pixels");
        CommandLineRun scaled =
                run(
                        "--real",
                        real.toString(),
                        "--fake",
                        folder.toString(),
                        "--extractor",
                        "pixels",
                        "--size",
                        "16");
        assertEquals(Main.DONE, scaled.code(), scaled.err());
        Path larger = paint("larger", 20, 2 * SIZE, 3, 10);
        assertRefused(
                "The real images are 8x8 in colour, the generated ones 16x16 in colour",
                "--real",
                real.toString(),
                "--fake",
                larger.toString(),
                "--extractor",
                "random");
    }

    @Test
    void showsImagesOfAnySizeAsTheyAreToAModuleThatTakesThem() throws IOException {
        Path folder = paint("mixed", 20, SIZE, 1, 0);
        for (int i = 20; i < 40; i++) {
            Pngs.write(folder.resolve(i + ".png"), new Picture(12, 10, new int[120]));
        }
        Path module = module("torch.mean(x, [2, 3])", "colours.pt");
        JsonObject scores = evaluate(real, folder, module.toString());
        assertEquals(40, scores.get("fakeImages").getAsInt());
        assertTrue(value(scores, "fid") > 0);
    }

    @Test
    void refusesOneImageAndNone() throws IOException {
        Path one = paint("one", 1, SIZE, 1, 0);
        assertRefused(
                "There is only 1 image to look at in " + one,
                "--real",
                real.toString(),
                "--fake",
                one.toString(),
                "--extractor",
                "pixels");
        assertRefused(
                "There is only 1 image to look at in " + one,
                "--real",
                one.toString(),
                "--fake",
                fake.toString(),
                "--extractor",
                "pixels");
        Path none = Files.createDirectories(home.resolve("none"));
        assertRefused(
                "holds no images",
                "--real",
                real.toString(),
                "--fake",
                none.toString(),
                "--extractor",
                "pixels");
    }

    @Test
    void refusesFeaturesThatAreNotNumbersAndKeepsNothingOfThem() throws IOException {
        Path module = module("torch.log(torch.sub(torch.mean(x, [2, 3]), 45.))", "nan.pt");
        List<Path> before = statistics();
        String message =
                assertRefused(
                        "as a feature. Choose another extractor",
                        "--real",
                        real.toString(),
                        "--fake",
                        fake.toString(),
                        "--extractor",
                        module.toString());
        assertTrue(message.contains("nan.pt"), message);
        assertEquals(before, statistics());
    }

    @Test
    void refusesAWrongExtractorFile() throws IOException {
        Path text = Files.writeString(home.resolve("text.pt"), "no module");
        assertRefused(
                "is not a TorchScript module",
                "--real",
                real.toString(),
                "--fake",
                fake.toString(),
                "--extractor",
                text.toString());
        assertRefused(
                "text.pt is not Inception-v3 (SHA-256 ",
                "--real",
                real.toString(),
                "--fake",
                fake.toString(),
                "--weights",
                text.toString());
        assertRefused(
                "Inception-v3 is not on this computer",
                "--real",
                real.toString(),
                "--fake",
                fake.toString());
        assertRefused(
                "is not a whole .npz file",
                "--real",
                text.toString(),
                "--fake",
                fake.toString(),
                "--extractor",
                "pixels");
    }

    @Test
    void trainsAClassifierWhereFoldersAreClasses() {
        Path classes = home.resolve("classes");
        paint("classes/dark", 60, SIZE, 5, 0);
        paint("classes/bright", 60, SIZE, 6, 50);
        CommandLineRun run =
                run(
                        "--real",
                        classes.toString(),
                        "--fake",
                        fake.toString(),
                        "--extractor",
                        "classifier",
                        "--size",
                        "32",
                        "--metrics",
                        "fid,is",
                        "--json");
        assertEquals(Main.DONE, run.code(), run.err());
        JsonObject scores = run.json().getAsJsonObject();
        assertTrue(scores.get("how").getAsString().contains("classes classifier"), run.out());
        assertTrue(value(scores, "fid") > 0);
    }

    private static List<Path> statistics() throws IOException {
        Path folder = home.resolve("caches").resolve("statistics");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static Path module(String features, String name) throws IOException {
        return Files.write(
                home.resolve(name),
                OperatorArchive.pack(
                        """
                        class Ops(Module):
                          __parameters__ = []
                          __buffers__ = []
                          training : bool
                          def forward(self: __torch__.Ops, x: Tensor) -> Tensor:
                            return %s
                        """
                                .formatted(features)));
    }

    private static JsonObject evaluate(Path real, Path fake, String extractor) {
        CommandLineRun run =
                run(
                        "--real",
                        real.toString(),
                        "--fake",
                        fake.toString(),
                        "--extractor",
                        extractor,
                        "--metrics",
                        "all",
                        "--json");
        assertEquals(Main.DONE, run.code(), run.err());
        return run.json().getAsJsonObject();
    }

    private static double value(JsonObject scores, String name) {
        return scores.getAsJsonObject("values").get(name).getAsDouble();
    }

    private static CommandLineRun run(String... args) {
        List<String> all = new ArrayList<>(List.of("evaluate"));
        all.addAll(List.of(args));
        return CommandLineRun.of(home, all.toArray(String[]::new));
    }

    private static String assertRefused(String reason, String... args) {
        CommandLineRun run = run(args);
        assertEquals(Main.FAILED, run.code(), run.out() + run.err());
        assertEquals("", run.out());
        assertTrue(run.err().contains(reason), run.err());
        return run.err();
    }
}
