package studio.saddlepoint.metrics.extractor;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.core.download.Checksum;
import studio.saddlepoint.metrics.store.KnownWeights;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.torch.TorchScriptModule;

/** A TorchScript file that makes a row of numbers of each colour image. */
final class NetworkFile implements AutoCloseable {
  private final Path file;
  private final String digest;
  private final NDManager manager;
  private final TorchScriptModule module;

  /**
   * Opens the file.
   *
   * @throws StudioException if it is no TorchScript module
   */
  NetworkFile(Path file, Device device) {
    this(file, Checksum.sha256(existing(file)).hex(), device);
  }

  private NetworkFile(Path file, String digest, Device device) {
    this.file = file;
    this.digest = digest;
    this.module = TorchScriptModule.load(file, device);
    this.manager = TorchEngine.manager(device);
  }

  /**
   * Opens known weights, after checking that the file is what it should be.
   *
   * @throws StudioException if it is damaged or another file
   */
  static NetworkFile of(KnownWeights known, Path file, Device device) {
    String digest = Checksum.sha256(file).hex();
    if (!digest.equals(known.sha256())) {
      throw new StudioException(
          English.of(
              "%s is damaged: it is not the %s that was put there. Delete it and get it again (evaluate --download or --weights FILE on the command line).",
              file, known.name()));
    }
    return new NetworkFile(file, digest, device);
  }

  private static Path existing(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new StudioException(
          English.of("There is no file %s. Choose a TorchScript file.", file));
    }
    return file;
  }

  /** Where it is. */
  Path file() {
    return file;
  }

  /** SHA-256 of its content, in hexadecimal. */
  String digest() {
    return digest;
  }

  /** See {@link TorchScriptModule#hasSwitch}. */
  boolean hasSwitch(String name) {
    return module.hasSwitch(name);
  }

  /** A matrix among its weights; empty where there is none of this name. */
  Optional<Matrix> matrix(String name) {
    return module
        .parameter(name)
        .filter(weight -> weight.getShape().dimension() == 2)
        .map(Matrix::new);
  }

  /** A matrix (K, d) of the network's weights. */
  final class Matrix {
    private final NDArray weight;

    private Matrix(NDArray weight) {
      this.weight = weight;
    }

    /** d. */
    int columns() {
      return (int) weight.getShape().get(1);
    }

    /** The products of rows (N, d) with the matrix: (N, K). */
    float[] times(float[] rows) {
      Shape shape = new Shape(rows.length / columns(), columns());
      return Autograd.without(
          () ->
              ArrayScopes.scoped(
                  () -> manager.create(rows, shape).matMul(weight.transpose()).toFloatArray()));
    }
  }

  /**
   * Runs the network.
   *
   * @param images {@code (N, 3, H, W)}, 0 to 255
   * @param shape of the images
   * @param switches arguments of the network's {@code forward}, by name
   * @return {@code (N, d)}
   * @throws StudioException if the network fails, gives another shape, or what is no number
   */
  float[] rows(float[] images, Shape shape, Map<String, Boolean> switches) {
    return ArrayScopes.scoped(
        () -> {
          NDArray output = module.forward(manager.create(images, shape), switches);
          requireRows(output.getShape(), shape);
          if (output.getDataType() == DataType.COMPLEX64) {
            throw new StudioException(
                English.of(
                    "The module %s returns %s instead of real numbers. Choose another extractor.",
                    file, output.getDataType()));
          }
          return finite(output.toType(DataType.FLOAT32, false).toFloatArray());
        });
  }

  /**
   * Runs the network with a graph, so that gradients pass.
   *
   * @param images (N, 3, H, W), 0 to 255
   * @return (N, d)
   * @throws StudioException if the network fails, or gives another shape
   */
  NDArray differentiable(NDArray images) {
    NDArray output = module.differentiable(images);
    requireRows(output.getShape(), images.getShape());
    return output.toType(DataType.FLOAT32, false);
  }

  private void requireRows(Shape found, Shape images) {
    if (found.dimension() != 2 || found.get(0) != images.get(0) || found.get(1) < 1) {
      throw new StudioException(
          English.of(
              "The module %s returns shape %s for images of shape %s. An extractor must return (N, features).",
              file, found, images));
    }
  }

  private float[] finite(float[] rows) {
    for (float each : rows) {
      if (!Float.isFinite(each)) {
        throw new StudioException(
            English.of(
                "The module %s gives %s as a feature. Choose another extractor.", file, each));
      }
    }
    return rows;
  }

  @Override
  public void close() {
    module.close();
    manager.close();
  }
}
