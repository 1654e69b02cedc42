package studio.saddlepoint.app.data;

import java.nio.file.Path;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Page;
import studio.saddlepoint.app.StudioModel;

/** The page where data sets are brought, looked at and checked. */
public final class DataPage implements Page {
  private final StudioModel studio;
  private final DataModel model;
  private @Nullable DataView view;

  /**
   * The page.
   *
   * @param studio what the window works on
   */
  public DataPage(StudioModel studio) {
    this.studio = studio;
    model = new DataModel(studio);
    studio.sources().onShow(source -> show(() -> model.open(source)));
    studio.sources().onForgotten(model::letGo);
    studio.sources().onTrain(source -> show(() -> model.train(source)));
  }

  private void show(Runnable what) {
    what.run();
    studio.pageProperty().set(id());
  }

  /**
   * Opens images that a person dropped somewhere on the window, and shows this page.
   *
   * @param path a file or a folder
   */
  public void offer(Path path) {
    show(() -> model.open(path));
  }

  @Override
  public String id() {
    return "data";
  }

  @Override
  public String title() {
    return Messages.text("rail.data");
  }

  @Override
  public Ikon icon() {
    return Feather.IMAGE;
  }

  @Override
  public Node content() {
    DataView made = view == null ? new DataView(studio, model, this::offer) : view;
    view = made;
    return made;
  }

  /** Something to look at from the first moment on. */
  @Override
  public void shown() {
    model.follow();
  }

  @Override
  public void hidden() {}

  @Override
  public void close() {
    if (view != null) {
      view.close();
    }
  }
}
