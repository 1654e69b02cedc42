package studio.saddlepoint.train;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.model.Generator;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.SheetPictures;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.EventLog;
import studio.saddlepoint.run.imported.GeneratorImport;
import studio.saddlepoint.run.imported.ImportedGenerator;
import studio.saddlepoint.run.imported.Trust;
import studio.saddlepoint.torch.TorchEngine;

/** The making of runs of generators that came as files, with a sheet of what they make. */
public final class ImportedRuns {
  private static final Logger LOG = LoggerFactory.getLogger(ImportedRuns.class);

  private ImportedRuns() {}

  /**
   * Runs the files of a plan, and makes a run of them. A sheet that cannot be drawn or kept is left
   * out.
   *
   * @param root where runs are kept; made where it is missing
   * @param trust where it is kept that the files may run, which is so from here on
   * @param progress told how far it is; may be cancelled
   * @throws StudioException if the files fail, or the disk does; then nothing is left
   */
  public static RunFolder make(
      GeneratorImport.Plan plan, Path root, Trust trust, Progress progress) {
    RunFolder run = plan.run(root, trust, progress);
    try {
      keepSheet(run, trust);
    } catch (StudioException e) {
      LOG.warn("{} has no sheet of samples: {}", run.path(), e.getMessage());
    }
    return run;
  }

  private static void keepSheet(RunFolder run, Trust trust) {
    ImportedGenerator imported = ImportedGenerator.of(run.path()).orElseThrow();
    Recipe recipe = run.recipe();
    int classes = imported.form().classNames().size();
    SheetLayout layout = SheetLayout.of(recipe.training().sampleCount(), classes);
    Picture samples;
    try (NDManager manager = TorchEngine.manager(TorchEngine.device("cpu"));
        Generator generator = imported.open(manager, trust)) {
      samples = new SheetMaker(recipe.seed(), layout).draw(generator, Optional.empty(), manager);
    }
    long step = recipe.training().steps();
    String file = run.saveSheet(step, new SheetPictures(samples));
    new EventLog(run.path())
        .append(
            new Event.Sheet(
                Instant.now(), step, file, layout.columns(), layout.rows(), false, classes));
  }
}
