package studio.saddlepoint.metrics.extractor;

import java.nio.file.Path;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;

/** A TorchScript module of the person's, see {@link ExtractorSetting.ScriptFile}. */
public final class TorchScriptKind extends NamedExtractorKind {
  /** The only one. */
  public static final ExtractorKind TORCH_SCRIPT = new TorchScriptKind();

  /** Nobody knows before it is opened. */
  private static final int FEATURES = 2048;

  private TorchScriptKind() {
    super(
        "torchscript",
        "FILE",
        "TorchScript file",
        "Your own extractor: a module that gives features for pictures.");
  }

  /** The choice of a file. */
  public static ExtractorChoice of(Path file) {
    return TORCH_SCRIPT.set(new ExtractorSetting.ScriptFile(file));
  }

  @Override
  public boolean takesFile() {
    return true;
  }

  @Override
  public boolean takesAnySize() {
    return true;
  }

  @Override
  public boolean slow() {
    return true;
  }

  @Override
  public int dimension(ImageShape shape) {
    return FEATURES;
  }

  @Override
  public double usualSeconds(ImageShape shape) {
    return Extractors.LARGE_NETWORK_SECONDS;
  }

  @Override
  public FeatureExtractor open(ExtractorSetting setting, ExtractorSource source) {
    if (setting instanceof ExtractorSetting.ScriptFile module) {
      source.progress().report("Opening " + module.file().getFileName(), Double.NaN);
      return new TorchScriptExtractor(module.file(), source.shape(), source.device());
    }
    throw new StudioException("No TorchScript file is chosen. Choose one, or another extractor.");
  }
}
