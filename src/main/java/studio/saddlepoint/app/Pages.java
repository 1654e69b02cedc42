package studio.saddlepoint.app;

import java.util.List;
import studio.saddlepoint.app.compare.ComparePage;
import studio.saddlepoint.app.data.DataPage;
import studio.saddlepoint.app.evaluate.EvaluatePage;
import studio.saddlepoint.app.explore.ExplorePage;
import studio.saddlepoint.app.lab.LabPage;
import studio.saddlepoint.app.lesson.LessonPages;
import studio.saddlepoint.app.train.TrainPage;

/** The pages beside the first one: those in the rail, from top to bottom, and others. */
public final class Pages {
  private Pages() {}

  /**
   * Makes all pages.
   *
   * @param model what the window works on
   */
  public static List<Page> inRail(StudioModel model) {
    return List.of(
        new TrainPage(model),
        new ExplorePage(model),
        new EvaluatePage(model),
        new ComparePage(model),
        new DataPage(model),
        new LabPage(model));
  }

  /**
   * Makes the pages that others lead to.
   *
   * @param model what the window works on
   */
  public static List<Page> outOfRail(StudioModel model) {
    return LessonPages.all(model);
  }
}
