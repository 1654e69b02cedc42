package studio.saddlepoint.app.lesson;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Lesson;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.TaskBody;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.chart.Plot;
import studio.saddlepoint.app.chart.PlotView;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.metrics.lesson.FidOverSamples;

/** The lesson of the FID that falls with the number of pictures, though nothing else changes. */
final class FidOverSamplesPage extends LessonPage {
  private static final int SMALLEST = 64;
  private static final int LARGEST = 8_192;
  private static final int REFERENCE = 16_384;
  private static final double CHART_HEIGHT = 300;

  private final ScoreLessonModel<FidOverSamples> model;
  private final StackPane fid = new StackPane();
  private final StackPane kid = new StackPane();
  private final VBox found = new VBox(8);

  FidOverSamplesPage(StudioModel studio) {
    this(
        studio,
        progress ->
            FidOverSamples.measure(studio.home().caches(), SMALLEST, LARGEST, REFERENCE, progress));
  }

  FidOverSamplesPage(StudioModel studio, TaskBody<FidOverSamples> measuring) {
    super(studio, Lesson.FID_OVER_SAMPLES);
    this.model = new ScoreLessonModel<>(studio, measuring);
  }

  @Override
  Node build() {
    HBox charts = new HBox(16, card("fid.title", fid), card("kid.title", kid));
    found.setId("lesson-found");
    found.getStyleClass().addAll("card", "lesson-table");
    found.managedProperty().bind(found.visibleProperty());
    Button begin = Buttons.labelled(Feather.PLAY, "lesson.measure", model::begin);
    model.outcomeProperty().addListener((p, old, now) -> show(now));
    show(model.outcomeProperty().get());
    return framed(
        List.of(),
        begin,
        model.runningProperty(),
        model.problemProperty(),
        charts,
        found,
        explanation(text("why")));
  }

  private VBox card(String title, StackPane chart) {
    Label name = new Label(text(title));
    name.getStyleClass().add(Styles.TEXT_BOLD);
    chart.setMinHeight(CHART_HEIGHT);
    chart.setPrefHeight(CHART_HEIGHT);
    VBox card = new VBox(8, name, chart);
    card.getStyleClass().addAll("card", "lesson-chart");
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }

  private void show(@Nullable FidOverSamples now) {
    show(fid, now, SamplePlots::fid, "fid.title");
    show(kid, now, SamplePlots::kid, "kid.title");
    found.setVisible(now != null);
    found.getChildren().clear();
    if (now != null) {
      sentences(now).forEach(each -> found.getChildren().add(words(each)));
      Label how =
          words(
              Messages.text(
                  "lesson.fid-over-samples.how",
                  now.extractor(),
                  now.features(),
                  Texts.count(now.reference()),
                  Texts.count(now.most().samples())));
      how.getStyleClass().add("evaluate-how");
      found.getChildren().add(how);
    }
  }

  private void show(
      StackPane place,
      @Nullable FidOverSamples now,
      Function<FidOverSamples, Plot> plot,
      String title) {
    if (now == null) {
      Label nothing = new Label(Messages.text("lesson.unmeasured"));
      nothing.getStyleClass().add("muted");
      place.getChildren().setAll(nothing);
    } else {
      place.getChildren().setAll(new PlotView(plot.apply(now), text(title)));
    }
  }

  /** As it came out, which need not be as the lesson expects. */
  static List<String> sentences(FidOverSamples now) {
    String few = Texts.count(now.fewest().samples());
    String most = Texts.count(now.most().samples());
    double first = now.fewest().fid();
    double last = now.most().fid();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        say(
            now.falls() ? "falls" : "rises",
            few,
            SamplePlots.number(first),
            most,
            SamplePlots.number(last)));
    sentences.add(say("limit", SamplePlots.number(now.line().value())));
    if (now.falls()) {
      sentences.add(say("compare", few, most, SamplePlots.number(first - last)));
    }
    sentences.add(
        say(
            now.kidStays() ? "kid.stays" : "kid.moves",
            few,
            SamplePlots.number(now.fewest().kid()),
            SamplePlots.number(now.fewest().kidError()),
            most,
            SamplePlots.number(now.most().kid())));
    return sentences;
  }

  private static String say(String what, Object... values) {
    return Messages.text(
        String.format(Locale.ROOT, "lesson.%s.found.%s", Lesson.FID_OVER_SAMPLES.id(), what),
        values);
  }

  @Override
  public void close() {
    model.cancel();
  }
}
