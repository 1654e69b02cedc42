package studio.saddlepoint.app.compare;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Page;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.compare.model.CompareModel;
import studio.saddlepoint.app.fx.Painter;

/** The page where any runs are laid side by side: their curves, sheets, scores and recipes. */
public final class ComparePage implements Page {
  private final StudioModel studio;
  private final CompareModel model;
  private final Painter painter = new Painter();
  private final StackPane content = new StackPane();
  private @Nullable CompareView view;

  /**
   * The page.
   *
   * @param studio what the window works on
   */
  public ComparePage(StudioModel studio) {
    this(studio, new CompareModel(studio));
  }

  /** The page with a model that others know, too. */
  ComparePage(StudioModel studio, CompareModel model) {
    this.studio = studio;
    this.model = model;
  }

  @Override
  public String id() {
    return "compare";
  }

  @Override
  public String title() {
    return Messages.text("rail.compare");
  }

  @Override
  public Ikon icon() {
    return Feather.COLUMNS;
  }

  @Override
  public Node content() {
    view();
    return content;
  }

  private CompareView view() {
    CompareView made = view;
    if (made == null) {
      made = new CompareView(studio, model, painter);
      view = made;
      content.getChildren().setAll(made);
    }
    return made;
  }

  @Override
  public void shown() {
    view().shown(true);
  }

  @Override
  public void hidden() {
    view().shown(false);
  }

  @Override
  public boolean find() {
    view().find();
    return true;
  }

  @Override
  public void close() {
    model.close();
    painter.close();
  }
}
