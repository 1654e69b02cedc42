package studio.saddlepoint.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.Safetensors;
import studio.saddlepoint.run.imported.GeneratorFacts;
import studio.saddlepoint.run.imported.GeneratorImport;
import studio.saddlepoint.run.imported.ImportRequest;
import studio.saddlepoint.run.imported.Trust;
import studio.saddlepoint.torch.OperatorArchive;

/** A generator that is given away and comes back is the same one. */
class GeneratorFilesTest {
  private static final float TOLERANCE = 1e-4f;
  private static final List<String> CLASSES = List.of("cat", "dog", "owl");
  private static final double UNTRUNCATED = Double.POSITIVE_INFINITY;

  @TempDir Path folder;

  private Path written(Snapshot snapshot) {
    Path file = folder.resolve("generator.pt");
    GeneratorFiles.writeTorchScript(snapshot, file, "Tiny " + UUID.randomUUID(), Progress.NONE);
    return file;
  }

  private RunFolder imported(Path file) {
    return GeneratorImport.look(ImportRequest.of(file))
        .run(folder.resolve("runs"), Trust.here(), Progress.NONE);
  }

  private static Snapshot open(RunFolder run) {
    return Snapshot.load(run, run.checkpoints().get(0), run.recipe().averages());
  }

  @Test
  void itDrawsTheSame() {
    for (Checkpoint checkpoint :
        List.of(
            TinyGenerator.checkpoint(List.of(), 3),
            TinyGenerator.checkpoint(CLASSES, 1),
            TinyGenerator.noisy(CLASSES))) {
      try (Snapshot own = Snapshot.of(checkpoint, true);
          Snapshot back = open(imported(written(own)))) {
        assertEquals(own.latent(), back.latent());
        assertEquals(own.shape(), back.shape());
        assertEquals(own.w(), back.w());
        assertEquals(own.hasNoise(), back.hasNoise());
        assertEquals("imported", back.label());
        float[][] z = LatentCodes.gaussian(4, own.latent().size(), 1);
        int[] labels = {2, 0, 1, 1};
        near(own.pixels(z, labels, UNTRUNCATED), back.pixels(z, labels, UNTRUNCATED));
        near(RenderPass.flat(own.map(z, labels)), RenderPass.flat(back.map(z, labels)));
      }
    }
  }

  @Test
  void whatIsDoneToCodesAndNoiseIsTheSame() {
    try (Snapshot own = Snapshot.of(TinyGenerator.noisy(CLASSES), true);
        Snapshot back = open(imported(written(own)))) {
      near(own.meanW(), back.meanW());
      float[][] z = LatentCodes.gaussian(2, own.latent().size(), 1);
      int[] labels = {1, 2};
      ClassMix mix = new ClassMix(0, 0.3);
      try (Snapshot quiet = own.withNoise(LayerNoise.OFF, 1);
          Snapshot typical = quiet.truncatedInW(0.5, 3);
          Snapshot mixed = typical.mixed(mix);
          Snapshot quietBack = back.withNoise(LayerNoise.OFF, 1);
          Snapshot typicalBack = quietBack.truncatedInW(0.5, 3);
          Snapshot mixedBack = typicalBack.mixed(mix)) {
        near(mixed.pixels(z, labels, UNTRUNCATED), mixedBack.pixels(z, labels, UNTRUNCATED));
      }
      try (Snapshot fresh = own.withNoise(LayerNoise.FRESH, 4);
          Snapshot freshBack = back.withNoise(LayerNoise.FRESH, 4)) {
        near(fresh.pixels(z, labels, UNTRUNCATED), freshBack.pixels(z, labels, UNTRUNCATED));
      }
      assertEquals(own.keptNoise(0).size(), back.keptNoise(0).size());
    }
  }

  @Test
  void gradientsGoThroughIt() {
    try (Snapshot own = Snapshot.of(TinyGenerator.noisy(List.of()), true);
        Snapshot back = open(imported(written(own)))) {
      float[][] z = LatentCodes.gaussian(2, own.latent().size(), 1);
      int[] labels = {0, 0};
      for (Space space : List.of(Space.Z, Space.W)) {
        float[][] codes = space == Space.Z ? z : own.map(z, labels);
        CodeGradient expected = own.differentiate(space, codes, labels, NDArray::sum);
        CodeGradient got = back.differentiate(space, codes, labels, NDArray::sum);
        near(RenderPass.flat(expected.gradients()), RenderPass.flat(got.gradients()));
      }
    }
  }

  @Test
  void aFileWithoutGradientsSaysSo() throws IOException {
    Path file = folder.resolve("still.pt");
    Files.write(
        file,
        OperatorArchive.pack(
            """
            class Ops(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
              def forward(self: __torch__.Ops, z: Tensor) -> Tensor:
                x = torch.reshape(torch.detach(z), [torch.size(z, 0), 1, 4, 4])
                return torch.tanh(torch.upsample_nearest2d(x, [32, 32], None, None))
            """));
    RunFolder run =
        GeneratorImport.look(said(file, 16))
            .run(folder.resolve("runs"), Trust.here(), Progress.NONE);
    try (Snapshot back = open(run)) {
      float[][] z = LatentCodes.gaussian(1, 16, 1);
      assertEquals(32 * 32, back.pixels(z, new int[1], UNTRUNCATED).length);
      StudioException refusal =
          assertThrows(
              StudioException.class,
              () -> back.differentiate(Space.Z, z, new int[1], NDArray::sum));
      assertTrue(refusal.getMessage().contains("gradients"), refusal.getMessage());
    }
  }

  /** What a person says of a file that says nothing. */
  private static ImportRequest said(Path file, int latentSize) {
    ImportRequest plain = ImportRequest.of(file);
    return new ImportRequest(
        file,
        plain.synthesis(),
        java.util.OptionalInt.of(latentSize),
        plain.prior(),
        plain.unit(),
        plain.classNames(),
        java.util.Optional.of("strokes"),
        plain.title());
  }

  @Test
  void aFileThatIsNotTrustedHereIsNotRun() throws IOException {
    try (Snapshot own = TinyGenerator.snapshot(List.of(), 1)) {
      RunFolder run = imported(written(own));
      // as if it came from another computer
      Trust here = Trust.here();
      Path file = run.path().resolve("generator.pt");
      String digest = Trust.digest(file);
      assertTrue(here.has(digest));
      Files.write(
          here.list(),
          Files.readAllLines(here.list()).stream().filter(each -> !each.equals(digest)).toList());
      StudioException refusal = assertThrows(StudioException.class, () -> open(run));
      assertTrue(refusal.getMessage().contains("--trust"), refusal.getMessage());
      here.add(digest);
      open(run).close();
      Files.write(file, new byte[] {1}, java.nio.file.StandardOpenOption.APPEND);
      assertTrue(
          assertThrows(StudioException.class, () -> open(run)).getMessage().contains("changed"));
    }
  }

  @Test
  void factsComeBack() {
    try (Snapshot own = TinyGenerator.snapshot(CLASSES, 1)) {
      GeneratorFacts facts = GeneratorFacts.inside(written(own)).orElseThrow();
      assertEquals(CLASSES, facts.classNames());
      assertEquals(own.latent().size(), facts.latentSize());
      assertEquals(5, facts.step());
      assertTrue(facts.averaged());
      assertEquals("strokes", facts.data());
      assertEquals(facts.written(), GeneratorFiles.facts(own, facts.title()).written());
    }
  }

  @Test
  void safetensorsHoldTheWeights() {
    try (Snapshot own = TinyGenerator.snapshot(CLASSES, 1)) {
      Path file = folder.resolve("weights.safetensors");
      GeneratorFiles.writeSafetensors(own, file, "Tiny", Progress.NONE);
      Safetensors.Loaded loaded = Safetensors.read(file);
      assertFalse(loaded.tensors().isEmpty());
      assertTrue(loaded.metadata().get("generator").contains("\"latentSize\": 8"));
    }
  }

  @Test
  void cancelledNothingIsLeft() throws IOException {
    Progress cancelled =
        new Progress() {
          @Override
          public void report(String stage, double fraction) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    Path file = folder.resolve("generator.pt");
    try (Snapshot own = TinyGenerator.snapshot(List.of(), 1)) {
      assertThrows(
          CancellationException.class,
          () -> GeneratorFiles.writeTorchScript(own, file, "Tiny", cancelled));
    }
    try (var left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void anImportedOneIsNotWrittenAgain() {
    try (Snapshot own = TinyGenerator.snapshot(List.of(), 1);
        Snapshot back = open(imported(written(own)))) {
      Path file = folder.resolve("again.pt");
      assertThrows(
          StudioException.class,
          () -> GeneratorFiles.writeTorchScript(back, file, "Tiny", Progress.NONE));
      assertFalse(Files.exists(file));
    }
  }

  private static void near(float[] expected, float[] got) {
    float largest = 0;
    for (float each : expected) {
      largest = Math.max(largest, Math.abs(each));
    }
    // sums of another order: some roundings of the largest number
    assertArrayEquals(expected, got, Math.max(TOLERANCE, 1e-6f * largest));
  }
}
