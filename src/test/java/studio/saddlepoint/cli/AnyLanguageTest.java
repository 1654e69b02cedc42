package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.ChildProgram;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;

/**
 * What programs and people read, where the system speaks a language with digits, decimal commas or
 * small letters of its own: the same as in English, to the letter.
 */
class AnyLanguageTest {
  private static final int IMAGES = 12;

  /** Those whose trainings are compared, too: they take longest. */
  private static final List<String> TRAINED = List.of("en", "ar-EG");

  private static final List<String> TINY =
      List.of(
          "training.batchSize=4",
          "training.checkpointEvery=1",
          "training.evaluateEvery=0",
          "training.sampleCount=4",
          "training.sampleEvery=1",
          "generator.width=4",
          "generator.latentSize=8",
          "generator.optimizer.learningRate=0.00025",
          "discriminator.width=4");

  @TempDir static Path folder;
  private static Map<String, String> english = Map.of();

  private final Locale before = Locale.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  private static Path images(String name, int seed) throws IOException {
    Path images = folder.resolve(name);
    if (Files.exists(images)) {
      return images; // times of files are part of the cache's keys
    }
    for (int i = 0; i < IMAGES; i++) {
      int[] argb = new int[20 * 20];
      for (int p = 0; p < argb.length; p++) {
        argb[p] = 0xff000000 | (p * (i + 1) * seed & 0xffffff);
      }
      Path file = images.resolve("III" + i % 2).resolve(i + ".PNG");
      Files.createDirectories(file.getParent());
      Pngs.write(file, new Picture(20, 20, argb));
    }
    return images;
  }

  /** All answers and files, by what made them; what differs from time to time is left out. */
  private static Map<String, String> answers(Locale language) throws IOException {
    Locale.setDefault(language);
    Path home = folder.resolve("home-" + language.toLanguageTag());
    Map<String, String> answers = new LinkedHashMap<>();
    for (String line : List.of("recipes --json", "recipes dcgan-strokes")) {
      answer(answers, home, line.split(" "));
    }
    String real = images("real", 7919).toString();
    String fake = images("fake", 104_729).toString();
    answer(answers, home, "data", "info", real);
    answer(answers, home, "data", "info", real, "--json");
    boolean all = TRAINED.contains(language.toLanguageTag());
    for (String extractor : all ? List.of("pixels", "random:12") : List.of("pixels")) {
      Path scores = home.resolve("scores.csv");
      Path statistics = home.resolve("statistics.npz");
      answer(
          answers,
          home,
          "evaluate",
          "--real",
          real,
          "--fake",
          fake,
          "--extractor",
          extractor,
          "--metrics",
          "fid,kid,pr,realism",
          "--image-scores",
          scores.toString(),
          "--export-stats",
          statistics.toString(),
          "--json");
      answers.put("scores by " + extractor, Files.readString(scores));
      answers.put(
          "statistics by " + extractor,
          Files.readString(statistics, StandardCharsets.ISO_8859_1).replaceAll("(?s)PK.{26}", ""));
    }
    if (all) {
      trained(answers, home, real);
    }
    return answers;
  }

  private static void trained(Map<String, String> answers, Path home, String real)
      throws IOException {
    Stream<String> settings = TINY.stream().flatMap(each -> Stream.of("--set", each));
    answer(
        answers,
        home,
        Stream.concat(
                Stream.of("train", "conditional-strokes", "--data", real, "--steps", "2"), settings)
            .toArray(String[]::new));
    Path run;
    try (Stream<Path> runs = Files.list(home.resolve("runs"))) {
      run = runs.findFirst().orElseThrow();
    }
    answer(
        answers,
        home,
        ("evaluate " + run.getFileName() + " --extractor pixels --metrics fid,kid --n 16 --json")
            .split(" "));
    try (Stream<Path> files = Files.walk(home)) {
      answers.put(
          "files", plain(String.join("\n", files.map(Path::toString).sorted().toList()), home));
    }
    for (String name : List.of("recipe.json", "data.json", "events.jsonl", "scores.jsonl")) {
      answers.put(name, plain(Files.readString(run.resolve(name)), home));
    }
  }

  private static void answer(Map<String, String> answers, Path home, String... line) {
    CommandLineRun run = CommandLineRun.of(home, line);
    assertEquals(Main.DONE, run.code(), run.err());
    answers.put(plain(String.join(" ", line), home), plain(run.out(), home));
  }

  /** Without times, and without the names that tell one. */
  private static String plain(String text, Path home) {
    return text.replace(home.toString(), "HOME")
        .replaceAll("\"(seconds|time|speed.imagesPerSecond)\": ?[^,}\\s]+", "TIME")
        .replaceAll("[0-9]{8}-[0-9]{6}", "STAMP")
        .replaceAll("evaluations/[0-9]{13}", "evaluations/MOMENT")
        .replaceAll("(after|took) [0-9.]+ m?s", "TOOK");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "fa", "mr", "bn", "tr", "de"})
  void allAnswersAndFilesAreAsInEnglish(String language) throws IOException {
    if (english.isEmpty()) {
      english = answers(Locale.ENGLISH);
    }
    Map<String, String> spoken = answers(Locale.forLanguageTag(language));
    if (TRAINED.contains(language)) {
      assertEquals(english.keySet(), spoken.keySet());
    }
    spoken.forEach((what, told) -> assertEquals(english.get(what), told, what));
  }

  @Test
  void statisticsOfOneLanguageServeInAnother() throws Exception {
    Path real = images("real", 7919);
    Path statistics = folder.resolve("ar.npz");
    ChildProgram made =
        ChildProgram.run(
            folder,
            Map.of("SADDLEPOINT_HOME", folder.resolve("child").toString()),
            List.of("-Duser.language=ar", "-Duser.country=EG"),
            "evaluate",
            "--real",
            real.toString(),
            "--extractor",
            "pixels",
            "--metrics",
            "fid",
            "--export-stats",
            statistics.toString());
    assertEquals(Main.DONE, made.code(), made.err());
    CommandLineRun used =
        CommandLineRun.of(
            folder,
            "evaluate",
            "--real",
            statistics.toString(),
            "--fake",
            real.toString(),
            "--extractor",
            "pixels",
            "--metrics",
            "fid");
    assertEquals(Main.DONE, used.code(), used.err());
    assertTrue(used.out().contains("fid"), used.out());
  }
}
