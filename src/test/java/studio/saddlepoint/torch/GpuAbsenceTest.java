package studio.saddlepoint.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpuAbsenceTest {
  @TempDir Path folder;

  private static String words(String system, String flavour, String driver, boolean hidden) {
    return new GpuAbsence(
            system, flavour, driver.isEmpty() ? Optional.empty() : Optional.of(driver), hidden)
        .words();
  }

  @Test
  void saysWhatIsMissingAndWhatToDo() {
    String none = words("Linux", "cpu", "", false);
    assertTrue(none.contains("No driver of an NVIDIA card is loaded"), none);
    assertTrue(none.contains("-Dcuda"), none);
    String build = words("Linux", "cpu-precxx11", "535.104.05", false);
    assertTrue(build.contains("An NVIDIA driver is there (535.104.05)"), build);
    assertTrue(build.contains("PYTORCH_FLAVOR"), build);
    assertTrue(words("Linux", "cu128", "", false).contains("install it"));
    assertTrue(words("Windows 11", "cu128", "470.1", true).contains("CUDA_VISIBLE_DEVICES"));
    assertTrue(words("Windows 11", "cu128", "470.1", false).contains("too old"));
    assertTrue(words("Mac OS X", "cpu", "", false).contains("Mac"));
  }

  @Test
  void findsTheDriverByItsFile() throws IOException {
    assertEquals(Optional.empty(), GpuAbsence.driver(folder.resolve("none")));
    Path version = folder.resolve("version");
    Files.writeString(
        version, "NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.104.05  Sat Aug 19\n");
    assertEquals(Optional.of("535.104.05"), GpuAbsence.driver(version));
    Files.writeString(version, "?");
    assertEquals(Optional.of("loaded"), GpuAbsence.driver(version));
  }

  @Test
  void hiddenCardsAreSeenInTheEnvironment() {
    assertTrue(GpuAbsence.of("cu128", "Linux", Map.of("CUDA_VISIBLE_DEVICES", "-1")::get).hidden());
    assertTrue(GpuAbsence.of("cu128", "Linux", Map.of("CUDA_VISIBLE_DEVICES", "")::get).hidden());
    assertFalse(GpuAbsence.of("cu128", "Linux", Map.of("CUDA_VISIBLE_DEVICES", "0")::get).hidden());
    assertFalse(GpuAbsence.of("cu128", "Linux", Map.<String, String>of()::get).hidden());
  }

  @Test
  void theCheckOfConvolutionsIsToldInWords() {
    assertTrue(
        EngineReport.convolutions(Optional.empty(), Optional.of("ALL")).contains("and right"));
    String limited = EngineReport.convolutions(Optional.empty(), Optional.of("SSE41"));
    assertTrue(limited.contains("right with those of SSE41"), limited);
    assertTrue(EngineReport.convolutions(Optional.empty(), Optional.empty()).contains("Not known"));
    assertTrue(
        EngineReport.convolutions(Optional.of("AVX2"), Optional.of("ALL"))
            .contains("ONEDNN_MAX_CPU_ISA=AVX2"));
  }

  @Test
  void theReportHasALineForEach() {
    EngineReport report =
        new EngineReport(
            "2.7.1",
            "cpu",
            "Linux 6, amd64",
            2,
            1,
            true,
            0,
            "None.",
            "Right.",
            folder,
            2_000_000,
            "17");
    assertEquals("PyTorch 2.7.1 for processors", report.lines().get("Engine"));
    assertEquals("1 of 2 processors, as OMP_NUM_THREADS says", report.lines().get("Threads"));
    assertEquals(folder + " (2 MB)", report.lines().get("Engine's folder"));
    assertTrue(report.text().contains("Why no GPU: None."), report.text());
  }
}
