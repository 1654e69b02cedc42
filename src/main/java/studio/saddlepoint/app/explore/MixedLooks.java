package studio.saddlepoint.app.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.explore.ExploreEngine.Subject;
import studio.saddlepoint.app.pictures.Look;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.mixing.MixedPictures;
import studio.saddlepoint.latent.mixing.MixingRequest;

/**
 * Mixed pictures to look at closely. Those of one code alone lead to the path; a mixed one has no
 * code z of its own.
 *
 * @param model what is explored
 */
record MixedLooks(ExploreModel model) {
  /** All pictures of a grid, in the order of {@link MixedPictures#all}. */
  List<Look> of(MixedPictures mixed) {
    MixingRequest request = mixed.request();
    List<Look> looks = new ArrayList<>();
    for (int column = 0; column < mixed.columns().size(); column++) {
      looks.add(ofOne(request, mixed.columns().get(column), request.columns().seeds().get(column)));
    }
    for (int row = 0; row < mixed.rows().size(); row++) {
      long rowSeed = request.rows().seeds().get(row);
      looks.add(ofOne(request, mixed.rows().get(row), rowSeed));
      for (int column = 0; column < mixed.columns().size(); column++) {
        long columnSeed = request.columns().seeds().get(column);
        looks.add(ofTwo(request, mixed.cell(row, column), rowSeed, columnSeed));
      }
    }
    return looks;
  }

  private Look ofOne(MixingRequest request, Picture picture, long seed) {
    Map<String, String> notes = notes(request);
    notes.put("latent", Long.toString(seed));
    return new Look(
        picture,
        Messages.text("explore.look.caption", Long.toString(seed), about(request)),
        String.format(Locale.ROOT, "step-%d-seed-%d", step(), seed),
        notes,
        Optional.of(new Look.Lead("look.take", () -> take(seed, request.label()))));
  }

  private Look ofTwo(MixingRequest request, Picture picture, long row, long column) {
    Map<String, String> notes = notes(request);
    notes.put("latent", Long.toString(row));
    notes.put("mixed-with", Long.toString(column));
    notes.put("mixed-layers", request.layers().toString());
    String layers = request.layers().toString();
    return new Look(
        picture,
        Messages.text(
            "explore.look.caption",
            Messages.text("mixing.cell", Long.toString(row), layers, Long.toString(column)),
            about(request)),
        String.format(Locale.ROOT, "step-%d-seed-%d-layers-%s-of-%d", step(), row, layers, column),
        notes);
  }

  /** What is known of the whole grid, by keyword. */
  Map<String, String> ofSheet(MixedPictures mixed) {
    Map<String, String> notes = notes(mixed.request());
    notes.put("Software", "Saddlepoint");
    notes.putAll(mixed.request().notes());
    return notes;
  }

  private Map<String, String> notes(MixingRequest request) {
    Subject subject = model.subjectProperty().get();
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("step", Long.toString(step()));
    notes.put("weights", subject == null || subject.averaged() ? "averaged" : "raw");
    notes.putAll(request.inW().notes());
    notes.putAll(request.noise().notes());
    className(request).ifPresent(name -> notes.put("class", name));
    return notes;
  }

  private String about(MixingRequest request) {
    return className(request)
        .map(name -> Messages.text("explore.look.step.class", name, Texts.count(step())))
        .orElseGet(() -> Messages.text("explore.look.step", Texts.count(step())));
  }

  private Optional<String> className(MixingRequest request) {
    Subject subject = model.subjectProperty().get();
    return Optional.ofNullable(subject)
        .map(now -> now.latent().classNames())
        .filter(names -> request.label() < names.size())
        .map(names -> names.get(request.label()));
  }

  private long step() {
    Subject subject = model.subjectProperty().get();
    return subject == null ? 0 : subject.step();
  }

  private void take(long seed, int label) {
    model.move(model.state().take(new LatentPoint.Seed(seed)).withLabel(label));
    model.canvasProperty().set(CanvasKind.PICTURE);
  }
}
