package studio.saddlepoint.app.explore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.explore.ExploreEngine.Subject;
import studio.saddlepoint.app.explore.GridPart.Gridded;
import studio.saddlepoint.app.pictures.Look;
import studio.saddlepoint.latent.grid.GridCell;

/**
 * Pictures of a grid to look at closely, each with all that it was made from and the way to stand
 * there.
 *
 * @param model what is explored
 */
record GridLooks(ExploreModel model) {
  /** All pictures of a grid, in its order. */
  List<Look> of(Gridded grid) {
    return IntStream.range(0, grid.pictures().pictures().size())
        .mapToObj(i -> look(grid, i))
        .toList();
  }

  /** What is known of a whole grid, by keyword. */
  Map<String, String> ofSheet() {
    Map<String, String> notes = notes();
    notes.put("Software", "Saddlepoint");
    notes.putAll(GridPart.cell(model.state()).notes());
    return notes;
  }

  private Look look(Gridded grid, int index) {
    GridCell cell = grid.pictures().request().cells().get(index);
    Map<String, String> notes = notes();
    notes.putAll(cell.notes());
    notes.putAll(grid.pictures().request().noise().notes());
    Optional<String> name = className(cell);
    name.ifPresent(each -> notes.put("class", each));
    notes.putAll(cell.mix().notes(classNames()));
    String step = Texts.count(step());
    String about =
        name.map(each -> Messages.text("explore.look.step.class", each, step))
            .orElseGet(() -> Messages.text("explore.look.step", step));
    return new Look(
        grid.pictures().pictures().get(index),
        Messages.text("explore.look.caption", cell.point().toString(), about),
        String.format(Locale.ROOT, "step-%d-%s-%d", step(), grid.kind().id(), index + 1),
        notes,
        Optional.of(new Look.Lead("look.take", () -> model.standAt(cell))));
  }

  private Map<String, String> notes() {
    Subject subject = model.subjectProperty().get();
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("step", Long.toString(step()));
    notes.put("weights", subject == null || subject.averaged() ? "averaged" : "raw");
    return notes;
  }

  private Optional<String> className(GridCell cell) {
    List<String> names = classNames();
    return cell.label() < names.size() ? Optional.of(names.get(cell.label())) : Optional.empty();
  }

  private List<String> classNames() {
    @Nullable Subject subject = model.subjectProperty().get();
    return subject == null ? List.of() : subject.latent().classNames();
  }

  private long step() {
    Subject subject = model.subjectProperty().get();
    return subject == null ? 0 : subject.step();
  }
}
