package studio.saddlepoint.app.lab;

import java.util.List;
import java.util.Locale;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.lab.plane.PlaneData;
import studio.saddlepoint.lab.plane.PlaneData.Centre;

/** The real points that there are to choose from. */
enum PlaneKind {
  RING,
  GAUSSIANS,
  SPIRAL,
  MOONS,
  DRAWN,
  PICTURES;

  /**
   * The points.
   *
   * @param drawn by hand
   * @param pictures of a data set
   */
  PlaneData data(List<Centre> drawn, List<Centre> pictures) {
    return switch (this) {
      case RING -> PlaneData.ring();
      case GAUSSIANS -> PlaneData.gaussians();
      case SPIRAL -> PlaneData.spiral();
      case MOONS -> PlaneData.moons();
      case DRAWN -> PlaneData.drawn(drawn);
      case PICTURES -> PlaneData.drawn(pictures);
    };
  }

  /** What it is called. */
  String words() {
    return Messages.text("lab.plane.data." + name().toLowerCase(Locale.ROOT));
  }
}
