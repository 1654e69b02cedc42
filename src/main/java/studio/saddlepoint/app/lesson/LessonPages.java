package studio.saddlepoint.app.lesson;

import java.util.Arrays;
import java.util.List;
import studio.saddlepoint.app.Lesson;
import studio.saddlepoint.app.Page;
import studio.saddlepoint.app.StudioModel;

/** The pages of the lessons. */
public final class LessonPages {
  private LessonPages() {}

  /**
   * A page for each lesson.
   *
   * @param studio what the window works on
   */
  public static List<Page> all(StudioModel studio) {
    return Arrays.stream(Lesson.values()).map(lesson -> of(lesson, studio)).toList();
  }

  private static Page of(Lesson lesson, StudioModel studio) {
    return switch (lesson) {
      case VAE_BESIDE_GAN -> new TrainingLessonPage(studio);
      case ONE_PICTURE_A_CLASS -> new OnePictureAClassPage(studio);
      case FID_OVER_SAMPLES -> new FidOverSamplesPage(studio);
    };
  }
}
