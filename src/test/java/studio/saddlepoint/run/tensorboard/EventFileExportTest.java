package studio.saddlepoint.run.tensorboard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.Fixtures;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.RunLock;

class EventFileExportTest {
  @TempDir private Path root;

  private RunFolder run;
  private EventFileExport.Written written;
  private EventFileContent content;

  @BeforeEach
  void export() throws IOException {
    run = ToldRun.in(root);
    written = new EventFileExport(run, root.resolve("board")).write(Progress.NONE);
    content = EventFileContent.of(written.file());
  }

  @Test
  void marksChecksumsAsTensorFlowDoes() {
    byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
    // 0xE3069283 (RFC 3720, of these digits), rotated and masked
    assertEquals(
        Integer.rotateRight(0xE3069283, 15) + 0xA282EAD8,
        RecordFrame.checksum(digits, 0, digits.length));
    // the first bytes of every event file: a record of 24 bytes
    assertArrayEquals(
        HexFormat.of().parseHex("1800000000000000a37f4b22"),
        java.util.Arrays.copyOf(RecordFrame.of(new byte[24]), RecordFrame.HEAD));
  }

  @Test
  void tellsAllNumbersOfTheStepsThatHold() {
    assertEquals("brain.Event:2", content.version);
    assertEquals(3, written.steps());
    assertEquals(1, written.pictures());
    assertEquals(
        List.of("1 1.5", "2 2.5", "3 3.5"),
        content.of("loss/generator").stream()
            .map(each -> each.step() + " " + each.number())
            .toList());
    assertEquals(ToldRun.NOW.getEpochSecond() + 1.0, content.of("loss/generator").get(0).time());
    assertEquals(0.25f, content.of("probe/distance").get(0).number());
    assertEquals(List.of(), content.restarts);
  }

  @Test
  void doesNotMixNumbersThatWereMadeInDifferentWays() {
    assertEquals(12.5f, content.of("score/fid (a way)").get(0).number());
    assertEquals(0.5f, content.of("evaluation/kid (50,000)").get(0).number());
  }

  @Test
  void holdsTheSheetsWithTheirSizes() throws IOException {
    EventFileContent.Row sheet = content.of("samples").get(0);
    assertEquals(2, sheet.step());
    Map<Integer, List<Object>> image = sheet.inner(4);
    assertEquals(List.of(2L), image.get(1), "height");
    assertEquals(List.of(3L), image.get(2), "width");
    assertEquals(List.of(3L), image.get(3), "channels");
    assertArrayEquals(
        Files.readAllBytes(run.path().resolve("samples/step-0000000002.png")),
        (byte[]) image.get(4).get(0));
  }

  @Test
  void holdsTheRecipeForThePluginOfHyperParameters() {
    EventFileContent.Row begun = content.of("_hparams_/session_start_info").get(0);
    Map<Integer, List<Object>> plugin = begun.inner(9, 1);
    assertEquals("hparams", EventFileContent.text(plugin.get(1).get(0)));
    Map<Integer, List<Object>> start =
        EventFileContent.parse(
            (byte[]) EventFileContent.parse((byte[]) plugin.get(2).get(0)).get(3).get(0));
    assertEquals(run.id(), EventFileContent.text(start.get(4).get(0)));
    Map<String, Map<Integer, List<Object>>> values = new HashMap<>();
    for (Object each : start.get(1)) {
      Map<Integer, List<Object>> entry = EventFileContent.parse((byte[]) each);
      values.put(
          EventFileContent.text(entry.get(1).get(0)),
          EventFileContent.parse((byte[]) entry.get(2).get(0)));
    }
    double batch = Fixtures.RECIPE.training().batchSize();
    assertEquals(
        batch, Double.longBitsToDouble((Long) values.get("training.batchSize").get(2).get(0)));
    assertEquals(List.of(1L), values.get("training.channelsLast").get(4));
    assertEquals(
        "dcgan", EventFileContent.text(values.get("generator.architecture").get(3).get(0)));
    assertTrue(values.containsKey("seed"));
    assertFalse(values.containsKey("title"));
    assertEquals(1, content.of("_hparams_/session_end_info").size());
  }

  @Test
  void escapesTextsOfOthers() {
    Map<Integer, List<Object>> change = content.of("changes").get(0).inner(8);
    assertEquals(
        "training.steps: 10 → \\<b\\>20\\</b\\> (person)",
        EventFileContent.text(change.get(8).get(0)));
    Map<Integer, List<Object>> finding = content.of("findings").get(0).inner(8);
    assertTrue(
        EventFileContent.text(finding.get(8).get(0)).contains("It \\|collapses\\|."),
        EventFileContent.text(finding.get(8).get(0)));
    String recipe = EventFileContent.text(content.of("recipe").get(0).inner(8).get(8).get(0));
    assertTrue(recipe.contains("| training.batchSize | 64 |\n"), recipe);
  }

  @Test
  void takesThePlaceOfWhatWasExportedBefore() throws IOException {
    Path foreign = Files.createFile(root.resolve("board/events.out.tfevents.1.elsewhere"));
    new EventFileExport(run, root.resolve("board")).write(Progress.NONE);
    List<Path> files = EventFolder.all(root.resolve("board"));
    assertEquals(2, files.size(), "" + files);
    assertTrue(Files.exists(foreign));
  }

  @Test
  void refusesTheFolderThatTheTrainingWritesInto() {
    Path own = EventFileExport.folderOf(run);
    new EventFileExport(run, own).write(Progress.NONE);
    try (RunLock lock = run.lock()) {
      StudioException refused =
          assertThrows(
              StudioException.class, () -> new EventFileExport(run, own).write(Progress.NONE));
      assertTrue(refused.getMessage().contains("Name another folder"), refused.getMessage());
    }
  }

  @Test
  void saysWhereItCannotWrite() throws IOException {
    Path file = Files.createFile(root.resolve("a file"));
    StudioException refused =
        assertThrows(
            StudioException.class, () -> new EventFileExport(run, file).write(Progress.NONE));
    assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
  }
}
