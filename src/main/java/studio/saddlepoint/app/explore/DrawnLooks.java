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
import studio.saddlepoint.app.explore.ExploreEngine.Drawn;
import studio.saddlepoint.app.explore.ExploreEngine.Subject;
import studio.saddlepoint.app.pictures.Look;
import studio.saddlepoint.latent.LatentPoint;

/**
 * Pictures of the explorer to look at closely, each with its code and the way to stand there.
 *
 * @param model what is explored
 */
record DrawnLooks(ExploreModel model) {
  /** What was drawn of a part. */
  List<Look> of(Drawn drawn) {
    Subject subject = model.subjectProperty().get();
    return IntStream.range(0, drawn.pictures().size())
        .mapToObj(i -> look(drawn, subject, i))
        .toList();
  }

  private Look look(Drawn drawn, @Nullable Subject subject, int index) {
    LatentPoint point = drawn.points().get(index);
    int label = drawn.labels().get(index);
    List<String> names = subject == null ? List.of() : subject.latent().classNames();
    long step = subject == null ? 0 : subject.step();
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("step", Long.toString(step));
    notes.put("weights", subject == null || subject.averaged() ? "averaged" : "raw");
    notes.put("latent", point.toString());
    double threshold = model.state().threshold();
    if (Double.isFinite(threshold)) {
      notes.put("truncation", Double.toString(threshold));
    }
    notes.putAll(model.state().inW().notes());
    notes.putAll(model.state().noise().notes());
    String about = Messages.text("explore.look.step", Texts.count(step));
    if (label < names.size()) {
      notes.put("label", Integer.toString(label));
      notes.put("class", names.get(label));
      about = Messages.text("explore.look.step.class", names.get(label), Texts.count(step));
    }
    return new Look(
        drawn.pictures().get(index),
        Messages.text("explore.look.caption", point.toString(), about),
        String.format(Locale.ROOT, "step-%d-picture-%d", step, index + 1),
        notes,
        drawn.part() == Part.CURRENT
            ? Optional.empty()
            : Optional.of(new Look.Lead("look.take", () -> take(point, label))));
  }

  private void take(LatentPoint point, int label) {
    model.move(model.state().take(point).withLabel(label));
    model.canvasProperty().set(CanvasKind.PICTURE);
  }
}
