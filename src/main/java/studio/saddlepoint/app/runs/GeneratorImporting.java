package studio.saddlepoint.app.runs;

import java.io.File;
import java.nio.file.Path;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.ChosenFile;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.fx.TrustQuestion;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.imported.GeneratorImport;
import studio.saddlepoint.run.imported.ImportRequest;
import studio.saddlepoint.run.imported.Trust;
import studio.saddlepoint.train.ImportedRuns;

/**
 * Takes in a generator that came as a TorchScript file: looks at it, asks what it does not say and
 * whether its code may run, and opens the run that is made of it.
 *
 * @param studio does the work and opens the run
 */
public record GeneratorImporting(StudioModel studio) {
  /** Asks for a file. */
  public void begin(Window owner) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Messages.text("import.choose"));
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(
                Messages.text("import.files"), "*.pt", "*.pth", "*.ts", "*.jit"),
            new FileChooser.ExtensionFilter(Messages.text("import.files.all"), "*"));
    File chosen = chooser.showOpenDialog(owner);
    if (chosen != null) {
      ChosenFile.path(chosen, studio::tell).ifPresent(this::look);
    }
  }

  /** Looks at a file; nothing of it is run. */
  void look(Path file) {
    studio
        .tasks()
        .run(
            Messages.text("import.looking", file.getFileName()),
            progress -> GeneratorImport.glance(file))
        .onDone(glance -> ask(file, glance))
        .onFailed(this::problem);
  }

  private void ask(Path file, GeneratorImport.Glance glance) {
    ImportDialog dialog = new ImportDialog(owner(), file, glance);
    dialog.setOnHidden(
        event -> {
          ImportRequest request = dialog.getResult();
          if (request != null) {
            // Not before the dialog is away: the question would open beneath it.
            studio.ui().execute(() -> plan(request));
          }
        });
    dialog.show();
  }

  private void plan(ImportRequest request) {
    studio
        .tasks()
        .run(
            Messages.text("import.looking", request.file().getFileName()),
            progress -> GeneratorImport.look(request))
        .onDone(
            plan -> {
              if (plan.trusted(Trust.here()) || new TrustQuestion().test(request.file())) {
                run(request.file(), plan);
              }
            })
        .onFailed(this::problem);
  }

  private void run(Path file, GeneratorImport.Plan plan) {
    studio
        .tasks()
        .run(
            Messages.text("import.running", file.getFileName()),
            progress -> ImportedRuns.make(plan, studio.home().runs(), Trust.here(), progress))
        .onDone(this::open)
        .onFailed(this::problem);
  }

  private void open(RunFolder run) {
    studio.tell(Notice.success(Messages.text("import.done", run.title())));
    studio.open(run.path(), false);
  }

  private void problem(Throwable error) {
    studio.tell(Notice.problem(error));
  }

  private static @Nullable Window owner() {
    return Window.getWindows().stream().filter(Window::isFocused).findFirst().orElse(null);
  }
}
