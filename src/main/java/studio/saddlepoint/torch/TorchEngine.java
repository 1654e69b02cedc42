package studio.saddlepoint.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.Platform;
import ai.djl.util.Utils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.core.download.Network;

/** The PyTorch engine: starting it, its devices, and the operator archive. */
public final class TorchEngine {
  /** Size of the unpacked natives, for the progress of the first start. */
  private static final double UNPACKED_BYTES = 450e6;

  private TorchEngine() {}

  /** Made when first used, after the engine has been started. */
  private static final class Holder {
    static final NDManager CONSTANTS;
    static final OperatorArchive OPERATORS;
    static final int AUTOMATIC_THREADS;

    static {
      prepare();
      Engine.getEngine("PyTorch");
      JniUtils.setGraphExecutorOptimize(false);
      CONSTANTS = NDManager.newBaseManager(Device.cpu(), "PyTorch");
      OPERATORS = new OperatorArchive(resource("operators.py"));
      AUTOMATIC_THREADS = JniUtils.getNumThreads();
    }
  }

  /**
   * Starts the engine. The first time on a computer its native libraries are unpacked, which takes
   * a while. This thread then computes with as many threads as {@link EngineThreads#want} asks for.
   *
   * @param progress told how far the unpacking is
   * @throws StudioException if the native libraries cannot be loaded
   */
  public static void start(Progress progress) {
    progress.report("Starting the PyTorch engine", Double.NaN);
    AtomicBoolean done = new AtomicBoolean();
    Path cache = Utils.getEngineCacheDir("pytorch");
    Thread watcher = new Thread(() -> watch(cache, done, progress), "engine-unpacking");
    watcher.setDaemon(true);
    watcher.start();
    try {
      prepare();
      operators();
      EngineThreads.settle(Holder.AUTOMATIC_THREADS);
    } catch (ExceptionInInitializerError | NoClassDefFoundError | UnsatisfiedLinkError e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new StudioException(
          "The PyTorch engine cannot start ("
              + cause.getMessage()
              + "). Its libraries are unpacked to "
              + cache
              + ": check that this folder can be written to and has 1 GB of free space, delete it and start again. DJL_CACHE_DIR chooses another place.",
          cause);
    } finally {
      done.set(true);
    }
    progress.report("The PyTorch engine runs", 1);
  }

  /** The version of the engine's natives, such as {@code 2.7.1}; nothing is started. */
  public static String version() {
    return Platform.detectPlatform("pytorch").getVersion().replaceFirst("-.*", "");
  }

  /** A sentence about the engine: its version, threads and devices. */
  public static String describe() {
    Engine engine = Engine.getEngine("PyTorch");
    return "PyTorch "
        + engine.getVersion()
        + ", "
        + JniUtils.getNumThreads()
        + " threads, "
        + (engine.getGpuCount() == 0 ? "no GPU" : English.count(engine.getGpuCount(), "GPU"));
  }

  /**
   * The device of a recipe.
   *
   * @param choice {@code auto}, {@code cpu}, {@code gpu0}, ...
   * @throws StudioException if there is no such device here
   */
  public static Device device(String choice) {
    operators();
    int gpus = Engine.getEngine("PyTorch").getGpuCount();
    if (choice.equals("cpu") || choice.equals("auto") && gpus == 0) {
      return Device.cpu();
    }
    int index = choice.equals("auto") ? 0 : Integer.parseInt(choice.substring(3));
    if (index >= gpus) {
      throw new StudioException(
          "training.device is "
              + choice
              + ", but this computer has "
              + (gpus == 0 ? "no GPU that PyTorch can use" : "only " + English.count(gpus, "GPU"))
              + ": choose auto or cpu.");
    }
    return Device.gpu(index);
  }

  /** How convolutions are made right here, one word: speeds measured with another do not count. */
  public static String convolutions() {
    return ConvolutionProbe.decided().orElse("unknown");
  }

  /** The devices of this computer as recipes name them: {@code cpu}, {@code gpu0}, ... */
  public static List<String> devices() {
    operators();
    return Stream.concat(
            Stream.of("cpu"),
            IntStream.range(0, Engine.getEngine("PyTorch").getGpuCount())
                .mapToObj(index -> "gpu" + index))
        .toList();
  }

  /**
   * Whether this computer has the device of a recipe. Only for a GPU does the engine have to run.
   *
   * @param choice {@code auto}, {@code cpu}, {@code gpu0}, ...
   */
  public static boolean has(String choice) {
    return choice.equals("auto") || choice.equals("cpu") || devices().contains(choice);
  }

  /** A manager of its own for one piece of work; close it to free all its arrays. */
  public static NDManager manager(Device device) {
    operators();
    return NDManager.newBaseManager(device, "PyTorch");
  }

  static OperatorArchive operators() {
    return Holder.OPERATORS;
  }

  static NDManager constants() {
    return Holder.CONSTANTS;
  }

  /** No network and no tracking, unless the person chose otherwise on the command line. */
  private static void prepare() {
    NativeTuning.apply();
    if (Network.isForbidden()) {
      System.setProperty("ai.djl.offline", "true");
    }
    for (String flag : List.of("ai.djl.offline", "OPT_OUT_TRACKING")) {
      if (System.getProperty(flag) == null) {
        System.setProperty(flag, "true");
      }
    }
  }

  private static void watch(Path cache, AtomicBoolean done, Progress progress) {
    long before = bytes(cache);
    try {
      while (!done.get()) {
        Thread.sleep(200);
        long now = bytes(cache);
        if (now > before && !done.get()) {
          progress.report(
              "Unpacking the PyTorch engine (first start only)",
              Math.min(0.99, now / UNPACKED_BYTES));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long bytes(Path folder) {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException | UncheckedIOException e) {
      return 0; // files come and go while the engine unpacks
    }
  }

  static String resource(String name) {
    try (InputStream in = TorchEngine.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("Missing resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
