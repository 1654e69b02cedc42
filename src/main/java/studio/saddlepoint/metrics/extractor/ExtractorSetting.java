package studio.saddlepoint.metrics.extractor;

import java.nio.file.Path;

/** The setting of an extractor: at most one thing can be set of each. */
public sealed interface ExtractorSetting {
  /** Where nothing can be set. */
  ExtractorSetting NONE = new None();

  /** Nothing can be set. */
  record None() implements ExtractorSetting {}

  /**
   * One of an extractor's variants.
   *
   * @param key its {@link ExtractorVariant#key()}
   */
  record Variant(String key) implements ExtractorSetting {}

  /**
   * A number that decides weights.
   *
   * @param value any
   */
  record Seed(long value) implements ExtractorSetting {}

  /**
   * A TorchScript module of the person's. Such a file is code: ask before opening a foreign one.
   *
   * @param file the module; takes {@code (N, 3, H, W)} float32 of 0 to 255, gives {@code (N, d)}
   */
  record ScriptFile(Path file) implements ExtractorSetting {}
}
