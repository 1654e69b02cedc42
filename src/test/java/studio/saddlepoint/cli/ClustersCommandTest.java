package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClustersCommandTest {
  @TempDir Path home;

  private String trained(String... more) {
    String[] all = new String[14 + more.length];
    String[] first = {
      "train",
      "clusters-wgan-gp-strokes",
      "--json",
      "--steps=2",
      "--set=generator.width=4",
      "--set=discriminator.width=4",
      "--set=training.batchSize=8",
      "--set=training.measureLayout=false",
      "--set=training.evaluateEvery=0",
      "--set=diagnosis.enabled=false",
      "--set=method.clusters.sample=200",
      "--set=method.clusters.first=0",
      "--set=training.sampleEvery=10",
      "--set=training.checkpointEvery=10"
    };
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    CommandLineRun run = CommandLineRun.of(home, all);
    assertEquals(Main.DONE, run.code(), run.err());
    return run.json().getAsJsonObject().get("run").getAsString();
  }

  @Test
  void tellsClustersAndHowWellTheyAgreeWithLabelsAndShowsTheirMeans() throws Exception {
    String run = trained();
    Path sheet = home.resolve("means.png");
    JsonObject told =
        CommandLineRun.of(home, "clusters", run, "--json", "--out", sheet.toString())
            .json()
            .getAsJsonObject();
    assertEquals(10, told.getAsJsonArray("clusters").size());
    JsonObject seventh = told.getAsJsonArray("clusters").get(7).getAsJsonObject();
    assertEquals("Cluster 7", seventh.get("name").getAsString());
    assertTrue(seventh.get("pictures").getAsLong() > 0);
    double nmi = told.getAsJsonObject("last").get("clusters.nmi").getAsDouble();
    assertTrue(nmi > 0.05 && nmi <= 1, "nmi " + nmi);
    assertEquals(10 * 32 + 9 * 2, ImageIO.read(sheet.toFile()).getWidth());
    CommandLineRun first = CommandLineRun.of(home, "clusters", run, "--checkpoint", "0");
    assertEquals(Main.FAILED, first.code());
    assertTrue(first.err().contains("No clusters are made yet"), first.err());
    assertTrue(
        CommandLineRun.of(home, "clusters", run).out().contains("Cluster 9 "), "in words, too");
    Files.delete(sheet);
  }

  @Test
  void tellsWhereThereAreNone() {
    String run = trained("--set=method.conditional=false", "--set=generator.conditioning=one-hot");
    CommandLineRun told = CommandLineRun.of(home, "clusters", run);
    assertEquals(Main.FAILED, told.code());
    assertTrue(told.err().contains("This run has no clusters"), told.err());
  }
}
