package studio.saddlepoint.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Picture;

class BuiltInThumbnailsTest {
  @Test
  void everyEmbeddedDataSetHasAPictureBeforeItIsOpened() {
    for (String source : UserDataSources.EMBEDDED) {
      Picture picture = BuiltInThumbnails.of(source).orElseThrow();
      assertTrue(Arrays.stream(picture.argb()).distinct().count() > 16, source);
    }
  }

  @Test
  void otherSourcesHaveNone() {
    assertTrue(BuiltInThumbnails.of("unheard-of").isEmpty());
  }
}
