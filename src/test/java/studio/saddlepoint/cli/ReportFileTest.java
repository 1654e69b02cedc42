package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.StudioException;

class ReportFileTest {
  private static final String HEAD = "| Recipe | FID |";

  @TempDir Path folder;

  @Test
  void tellsWhatStandsInASectionAlready() {
    ReportFile report = new ReportFile("Methods");
    report.begin("strokes", "Trained for 3 s.", HEAD);
    report.row("strokes", "| dcgan, seed 1 | 9 |");
    assertTrue(report.has("strokes", "dcgan, seed 1"));
    assertFalse(report.has("strokes", "dcgan"));
    assertEquals(List.of(List.of("dcgan, seed 1", "9")), report.cells("strokes"));
  }

  @Test
  void aRowMeasuredAnewReplacesItsOldOneAndOthersStay() {
    Path file = folder.resolve("methods.md");
    ReportFile first = new ReportFile("Methods");
    first.begin("strokes", "Trained for 3 s.", HEAD);
    first.row("strokes", "| dcgan | 9 |");
    first.row("strokes", "| wgan | 8 |");
    first.write(file);
    ReportFile again = ReportFile.read(file, "Methods");
    again.begin("shapes", "Trained for 3 s.", HEAD);
    again.begin("strokes", "Trained for 3 s.", HEAD);
    again.row("strokes", "| dcgan | 7 |");
    assertEquals(
        """
        # Methods

        ## strokes

        Trained for 3 s.

        | Recipe | FID |
        | --- | ---: |
        | dcgan | 7 |
        | wgan | 8 |

        ## shapes

        Trained for 3 s.

        | Recipe | FID |
        | --- | ---: |
        """,
        again.text());
  }

  @Test
  void rowsThatWereMadeAnotherWayAreNotKept() {
    ReportFile report = new ReportFile("Methods");
    report.begin("strokes", "Trained for 3 s.", HEAD);
    report.row("strokes", "| dcgan | 9 |");
    report.begin("strokes", "Trained for 4 s.", HEAD);
    assertFalse(report.text().contains("dcgan"));
  }

  @Test
  void aFileThatIsNoTextIsRefusedByName() throws IOException {
    Path file = folder.resolve("methods.md");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0xd8});
    String said =
        assertThrows(StudioException.class, () -> ReportFile.read(file, "Methods")).getMessage();
    assertTrue(said.contains(file.toString()), said);
  }
}
