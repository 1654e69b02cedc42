package studio.saddlepoint.data.source;

import java.nio.file.Path;
import java.util.OptionalInt;
import studio.saddlepoint.core.Progress;

/** A process of little memory that looks at all images of a folder, as they are. */
final class PhotoFolderProcess {
  private PhotoFolderProcess() {}

  /** Opens the folder that is the only argument, and prints how many images were seen. */
  public static void main(String[] args) {
    ImageFolder images = ImageFolder.open(Path.of(args[0]), OptionalInt.empty(), Progress.NONE);
    int seen = 0;
    for (int i = 0; i < images.count(); i++) {
      int length = images.shape(i).pixels();
      seen += images.look(i, pixels -> pixels.length == length ? 1 : 0);
    }
    System.out.println(seen + " seen, " + images.problems().size() + " left out");
  }
}
