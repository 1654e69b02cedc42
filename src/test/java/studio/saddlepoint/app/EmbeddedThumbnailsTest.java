package studio.saddlepoint.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Picture;

class EmbeddedThumbnailsTest {
  @Test
  void everyEmbeddedDataSetHasAPictureBeforeItIsOpened() {
    for (String source : OwnSources.EMBEDDED) {
      Picture picture = EmbeddedThumbnails.of(source).orElseThrow();
      assertTrue(Arrays.stream(picture.argb()).distinct().count() > 16, source);
    }
  }

  @Test
  void otherSourcesHaveNone() {
    assertTrue(EmbeddedThumbnails.of("unheard-of").isEmpty());
  }
}
