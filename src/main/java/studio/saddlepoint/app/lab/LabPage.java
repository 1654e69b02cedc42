package studio.saddlepoint.app.lab;

import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Page;
import studio.saddlepoint.app.StudioModel;

/** The page where ideas are seen in one and two dimensions. */
public final class LabPage implements Page {
  private final StudioModel studio;
  private @Nullable LabView view;
  private boolean seen;

  /**
   * The page.
   *
   * @param studio what the window works on
   */
  public LabPage(StudioModel studio) {
    this.studio = studio;
  }

  /**
   * Shows an experiment at a preset, running.
   *
   * @param place such as {@code orbit:spiral}; {@code orbit} as it was left
   */
  public void open(String place) {
    studio.pageProperty().set(id());
    view().open(place);
  }

  @Override
  public String id() {
    return "lab";
  }

  @Override
  public String title() {
    return Messages.text("rail.lab");
  }

  @Override
  public Ikon icon() {
    return Feather.TARGET;
  }

  @Override
  public Node content() {
    return view();
  }

  private LabView view() {
    LabView made = view;
    if (made == null) {
      made = new LabView(studio);
      made.show(seen);
      view = made;
    }
    return made;
  }

  @Override
  public void shown() {
    seen = true;
    view().show(true);
  }

  @Override
  public void hidden() {
    seen = false;
    view().show(false);
  }

  @Override
  public void close() {
    if (view != null) {
      view.close();
    }
  }
}
