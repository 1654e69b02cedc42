package studio.saddlepoint.app.runs;

import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Predicate;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.command.CommandCopying;
import studio.saddlepoint.app.command.RunCommands;
import studio.saddlepoint.app.command.TrainCommands;
import studio.saddlepoint.core.ShellLine;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.tensorboard.EventFileExport;
import studio.saddlepoint.train.report.RunReport;

/**
 * What can be taken away of a run: its report, its event file, and command lines. For the FX
 * thread; the work is done in the background.
 *
 * @param model what the window works on; tells how it went
 * @param viewer shows a file or folder in the system's program for it, or tells that it cannot; not
 *     on the FX thread
 */
public record RunTaking(StudioModel model, Predicate<Path> viewer) {
  private static final String REPORT = "report.html";

  /** Writes the report into the run's folder, and offers to show it. */
  public void report(RunSubject run) {
    Path file = run.folder().resolve(REPORT);
    model
        .tasks()
        .run(
            Messages.text("runs.reporting", run.title()),
            progress -> {
              RunReport.write(RunFolder.open(run.folder()), model.home().caches(), file, progress);
              return file;
            })
        .onDone(
            done ->
                model.tell(
                    Notice.success(Messages.text("runs.reported", done))
                        .offering(Feather.EXTERNAL_LINK, "runs.reported.show", () -> show(done))))
        .onFailed(e -> model.tell(Notice.problem(e)));
  }

  private void show(Path file) {
    model
        .tasks()
        .run(Messages.text("runs.reported.showing"), progress -> viewer.test(file))
        .onDone(
            shown -> {
              if (!shown) {
                FileManager.tellPlace(model, file);
              }
            })
        .onFailed(e -> model.tell(Notice.problem(e)));
  }

  /** Writes an event file for TensorBoard into the run's folder. */
  public void tensorBoard(RunSubject run) {
    model
        .tasks()
        .run(
            Messages.text("runs.exporting", run.title()),
            progress -> {
              RunFolder folder = RunFolder.open(run.folder());
              return new EventFileExport(folder, EventFileExport.folderOf(folder)).write(progress);
            })
        .onDone(
            written ->
                model.tell(
                    Notice.success(Messages.text("runs.exported", written.file().getParent()))))
        .onFailed(e -> model.tell(Notice.problem(e)));
  }

  /** Copies the command line that trains the same again. */
  public void copyTraining(RunSubject run) {
    copy(run, TrainCommands::again);
  }

  /** Copies the command line that writes the report. */
  public void copyReport(RunSubject run) {
    copy(run, each -> RunCommands.report(each.path(), each.path().resolve(REPORT)));
  }

  /** Copies the command line that writes the event file. */
  public void copyTensorBoard(RunSubject run) {
    copy(run, each -> RunCommands.tensorBoard(each.path(), EventFileExport.folderOf(each)));
  }

  private void copy(RunSubject run, Function<RunFolder, ShellLine> line) {
    model
        .tasks()
        .run(
            Messages.text("runs.command.reading", run.title()),
            progress -> line.apply(RunFolder.open(run.folder())))
        .onDone(each -> CommandCopying.copy(model, each))
        .onFailed(e -> model.tell(Notice.problem(e)));
  }
}
