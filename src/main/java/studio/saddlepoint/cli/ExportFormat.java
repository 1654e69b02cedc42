package studio.saddlepoint.cli;

import java.util.Map;
import studio.saddlepoint.run.RunFolder;

/**
 * A kind of file that a run can be written as: a mixin of {@link ExportCommand} with its option.
 */
interface ExportFormat {
  /** The option, such as {@code --tensorboard}. */
  String option();

  /** Whether the command line asks for it. */
  boolean asked();

  /**
   * Writes it.
   *
   * @throws studio.saddlepoint.core.StudioException if that fails
   */
  Exported write(RunFolder run, CommandOutput console);

  /**
   * What was written.
   *
   * @param document for machines
   * @param text for people
   */
  record Exported(Map<String, Object> document, String text) {}
}
