package studio.saddlepoint.metrics.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.metrics.feature.FeatureStatistics;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.feature.NormalRows;
import studio.saddlepoint.metrics.neighbour.DensityCoverage;
import studio.saddlepoint.metrics.neighbour.PrecisionRecall;
import studio.saddlepoint.torch.TorchEngine;

/** Compares metrics with what the usual Python tools give for the same features. */
class ReferenceVectorsTest {
  private static final String FOLDER = System.getProperty("saddlepoint.vectors", "");

  /** The one case of 2,048 dimensions in every build; the others take minutes together. */
  private static final String INCEPTION_SIZE = "synth_d2048_n500";

  private static JsonObject expected() {
    return JsonParser.parseString(new String(resource("expected.json"), StandardCharsets.UTF_8))
        .getAsJsonObject();
  }

  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  static List<String> cases() {
    return List.copyOf(expected().getAsJsonObject("cases").keySet());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithTheUsualTools(String name) {
    JsonObject given = expected().getAsJsonObject("cases").getAsJsonObject(name);
    String place = given.get("place").getAsString();
    boolean large =
        (number(given, "n_real") > 1000 || number(given, "dim") > 1000)
            && !name.equals(INCEPTION_SIZE);
    assumeTrue(
        !FOLDER.isEmpty() || !large && !place.equals("folder"),
        "large: -Dsaddlepoint.vectors names no folder");
    Features real = features(given, "real");
    Features fake = features(given, "fake");
    JsonObject fid = given.getAsJsonObject("fid");
    double found = FrechetDistance.between(statistics(real), statistics(fake));
    if (name.startsWith("identical") || name.startsWith("constant")) {
      assertEquals(0, found, "FID of the same");
    } else {
      for (String tool : fid.keySet()) {
        double value = fid.get(tool).getAsDouble();
        assertEquals(value, found, 1e-4 * value, "FID by " + tool);
      }
    }
    double kid = given.get("kid").getAsDouble();
    assertEquals(kid, KernelDistance.ofWholeSets(real, fake, 3, 1), 1e-6 * Math.abs(kid) + 1e-9);
    PrecisionRecall closed = PrecisionRecall.of(real, fake, 3, Progress.NONE);
    agrees(given.getAsJsonObject("k3"), "precision", closed.precision());
    agrees(given.getAsJsonObject("k3"), "recall", closed.recall());
    for (int k : new int[] {3, 5}) {
      JsonObject shares = given.getAsJsonObject("prdc_k" + k);
      PrecisionRecall open = PrecisionRecall.ofOpenBalls(real, fake, k, Progress.NONE);
      DensityCoverage counts = DensityCoverage.of(real, fake, k, Progress.NONE);
      agrees(shares, "precision", open.precision());
      agrees(shares, "recall", open.recall());
      agrees(shares, "density", counts.density());
      agrees(shares, "coverage", counts.coverage());
    }
  }

  /** Equal but for the last rounding of a share. */
  private static void agrees(JsonObject expected, String name, double found) {
    assertEquals(expected.get(name).getAsDouble(), found, 1e-12, name);
  }

  private static FeatureStatistics statistics(Features features) {
    return NormalRows.statistics(features.rows(), features.dimension());
  }

  @Test
  void replaysTheSubsetsOfKid() {
    JsonObject replay = expected().getAsJsonObject("kid_replay");
    JsonObject given =
        expected().getAsJsonObject("cases").getAsJsonObject(replay.get("case").getAsString());
    ByteBuffer indices = npy(resource(replay.get("indices").getAsString()));
    int[][] fakeRows = new int[10][100];
    int[][] realRows = new int[10][100];
    for (int s = 0; s < 10; s++) {
      for (int[] rows : new int[][] {fakeRows[s], realRows[s]}) {
        for (int i = 0; i < 100; i++) {
          rows[i] = indices.getInt();
        }
      }
    }
    Features real = features(given, "real");
    Features fake = features(given, "fake");
    // The tool computes in float32.
    JsonArray subsets = replay.getAsJsonArray("mmd_per_subset");
    for (int s = 0; s < 10; s++) {
      double value =
          KernelDistance.ofWholeSets(real.rows(realRows[s]), fake.rows(fakeRows[s]), 3, 1);
      assertEquals(subsets.get(s).getAsDouble(), value, 2e-6);
    }
    KernelDistance all = KernelDistance.of(real, fake, realRows, fakeRows, Progress.NONE);
    assertEquals(number(replay, "mean"), all.mean(), 1e-6);
    assertEquals(number(replay, "std"), all.deviation(), 1e-6);
  }

  @Test
  void agreesOnInceptionScores() {
    JsonObject all = expected().getAsJsonObject("inception_score");
    for (String name : all.keySet()) {
      JsonObject given = all.getAsJsonObject(name);
      int classes = (int) number(given, "classes");
      for (int splits : new int[] {1, 10}) {
        ByteBuffer data = npy(resource(given.get("probs").getAsString()));
        InceptionScore.Accumulator stream =
            new InceptionScore.Accumulator((long) number(given, "n"), classes, splits);
        while (data.hasRemaining()) {
          double[] row = new double[classes];
          for (int i = 0; i < classes; i++) {
            row[i] = data.getFloat();
          }
          stream.add(row);
        }
        JsonArray values = given.getAsJsonArray("splits" + splits);
        assertEquals(values.get(0).getAsDouble(), stream.score().mean(), 1e-6, name);
        assertEquals(values.get(1).getAsDouble(), stream.score().deviation(), 1e-6, name);
      }
    }
  }

  private static Features features(JsonObject given, String side) {
    Features features;
    if (given.has("recipe")) {
      features = FeatureRecipe.make(given.getAsJsonObject("recipe"), side);
    } else {
      String file = given.get(side).getAsString();
      ByteBuffer data =
          npy(
              given.get("place").getAsString().equals("resource")
                  ? resource(file)
                  : read(Path.of(FOLDER, file)));
      float[] rows = new float[data.remaining() / Float.BYTES];
      data.asFloatBuffer().get(rows);
      int d = (int) number(given, "dim");
      features = new Features(rows.length / d, d, rows);
    }
    assertEquals(given.get("sha256_" + side).getAsString(), sha256(features.rows()));
    return features;
  }

  private static double number(JsonObject given, String name) {
    return given.get(name).getAsDouble();
  }

  private static String sha256(float[] rows) {
    ByteBuffer bytes =
        ByteBuffer.allocate(rows.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(rows);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The numbers of an .npy file, format 1.0, little endian. */
  private static ByteBuffer npy(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    buffer.position(10 + Short.toUnsignedInt(buffer.getShort(8)));
    return buffer.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }

  private static byte[] resource(String name) {
    try (InputStream in = ReferenceVectorsTest.class.getResourceAsStream("/vectors/" + name)) {
      assertNotNull(in, "no " + name + " in src/test/resources/vectors");
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
