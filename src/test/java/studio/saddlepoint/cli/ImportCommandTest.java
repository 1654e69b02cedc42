package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.run.RunAbout;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.list.RunSummary;
import studio.saddlepoint.torch.OperatorArchive;

/** Generators out and in by the commands. */
class ImportCommandTest {
  @TempDir Path home;

  private RunFolder run(Checkpoint checkpoint) {
    RunFolder run = RunFolder.create(Home.at(home).runs(), checkpoint.recipe());
    run.saveCheckpoint(checkpoint);
    // a file of its own, that nobody trusted before
    new RunAbout("Tiny " + UUID.randomUUID(), "").save(run.path());
    return run;
  }

  private CommandLineRun done(String... args) {
    CommandLineRun done = CommandLineRun.of(home, args);
    assertEquals(Main.DONE, done.code(), done.err());
    return done;
  }

  private String refused(int code, String... args) {
    CommandLineRun done = CommandLineRun.of(home, args);
    assertEquals(code, done.code(), done.err());
    return done.err();
  }

  private double fid(String run) {
    return done(
            "evaluate", run, "--metrics", "fid", "--extractor", "random", "--n", "128", "--json")
        .json()
        .getAsJsonObject()
        .getAsJsonObject("values")
        .get("fid")
        .getAsDouble();
  }

  @Test
  void anImportedGeneratorScoresTheSame() {
    RunFolder run = run(TinyGenerator.checkpoint(List.of(), 1));
    Path file = home.resolve("tiny.pt");
    done("export", run.path().toString(), "--torchscript", file.toString());
    assertTrue(refused(Main.BAD_USE, "import", file.toString()).contains("--trust"));
    JsonObject imported =
        done("import", file.toString(), "--trust", "--json").json().getAsJsonObject();
    String back = imported.get("run").getAsString();
    assertEquals(8, imported.get("latentSize").getAsInt());
    double expected = fid(run.path().toString());
    assertEquals(expected, fid(back), 1e-3 * expected);
    assertTrue(RunSummary.of(Path.of(back)).newestSheet().isPresent(), "there is a picture of it");
    int told = RunFolder.open(Path.of(back)).events().read().size();
    assertTrue(refused(Main.FAILED, "resume", back).contains("cannot be trained"));
    assertEquals(told, RunFolder.open(Path.of(back)).events().read().size(), "nothing began");
    done("sample", back, "--n", "4", "--out", home.resolve("four.png").toString());
    // trusted once, it is not asked for again
    done("import", file.toString());
  }

  @Test
  void weightsComeWithACard() throws IOException {
    RunFolder run = run(TinyGenerator.checkpoint(List.of("a", "b"), 1));
    Path file = Files.createDirectory(home.resolve("card")).resolve("tiny.safetensors");
    String[] export = {"export", run.path().toString(), "--safetensors", file.toString()};
    done(export);
    String card = Files.readString(file.resolveSibling("README.md"));
    assertTrue(card.startsWith("---\nlicense:\n"), card);
    for (String each :
        List.of("Tiny", "a, b", "strokes", "tiny.safetensors", "was not measured", "Licence")) {
      assertTrue(card.contains(each), card);
    }
    assertTrue(refused(Main.BAD_USE, export).contains("README.md"));
  }

  @Test
  void nothingToExportIsBadUse() {
    RunFolder run = run(TinyGenerator.checkpoint(List.of(), 1));
    assertTrue(refused(Main.BAD_USE, "export", run.path().toString()).contains("--torchscript"));
  }

  private Path module(String name, String methods) throws IOException {
    String head =
        "class Ops(Module):\n  __parameters__ = []\n  __buffers__ = []\n  training : bool\n";
    return Files.write(home.resolve(name), OperatorArchive.pack(head + methods));
  }

  private Path zip(String name, String entry, String content) throws IOException {
    Path file = home.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    }
    return file;
  }

  @Test
  void aWrongFileIsRefusedBeforeItRuns() throws IOException {
    Path text = Files.writeString(home.resolve("text.pt"), "no zip");
    Path pickle = zip("pickle.pt", "archive/data.pkl", "\u0080\u0002cposix\nsystem\n");
    Path picture = zip("picture.zip", "a.png", "png");
    Path nothing =
        module(
            "nothing.pt", "  def other(self: __torch__.Ops, z: Tensor) -> Tensor:\n    return z\n");
    Path three =
        module(
            "three.pt",
            "  def forward(self: __torch__.Ops, z: Tensor, y: Tensor, x: Tensor) -> Tensor:\n    return z\n");
    for (Path each : List.of(text, pickle, picture)) {
      assertTrue(
          refused(Main.FAILED, "import", each.toString(), "--trust")
              .contains("not a TorchScript module"));
    }
    for (Path each : List.of(nothing, three)) {
      assertTrue(
          refused(Main.FAILED, "import", each.toString(), "--trust").contains("no generator"));
    }
    assertFalse(Files.exists(Home.at(home).runs()));
  }

  @Test
  void whatAFileDoesNotSayIsAskedFor() throws IOException {
    String forward =
        """
        def forward(self: __torch__.Ops, z: Tensor, y: Tensor) -> Tensor:
          x = torch.mul(torch.sigmoid(z), torch.reshape(torch.add(y, 1), [-1, 1]))
          w = torch.reshape(torch.div(x, 4.), [torch.size(z, 0), 1, 4, 4])
          return torch.upsample_nearest2d(w, [64, 64], None, None)
        """;
    String file = module("labelled.pt", forward.indent(2)).toString();
    String[] trusted = {"import", file, "--trust"};
    assertTrue(refused(Main.FAILED, trusted).contains("latent size"));
    assertTrue(
        refused(Main.FAILED, "import", file, "--trust", "--latent", "16").contains("classes"));
    assertTrue(
        refused(Main.FAILED, "import", file, "--trust", "--latent", "16", "--classes", "3")
            .contains("measured against"));
    JsonObject imported =
        done(
                "import",
                file,
                "--trust",
                "--latent",
                "16",
                "--classes",
                "cat,dog,owl",
                "--data",
                "strokes",
                "--json")
            .json()
            .getAsJsonObject();
    assertEquals(64, imported.get("size").getAsInt());
    done(
        "sample",
        imported.get("run").getAsString(),
        "--n",
        "2",
        "--class",
        "owl",
        "--out",
        home.resolve("two.png").toString());
    assertTrue(
        refused(
                Main.FAILED,
                "import",
                file,
                "--trust",
                "--latent",
                "15",
                "--classes",
                "3",
                "--data",
                "strokes")
            .contains("fails"));
  }
}
