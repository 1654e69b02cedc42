package studio.saddlepoint.app.explore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Segments;

/** The tools beside the canvas, one at a time; each is made when it is first chosen. */
final class SideTools extends BorderPane {
  /**
   * A tool.
   *
   * @param id its name in keys of texts: {@code explore.tool.ID}
   * @param made its controls
   */
  record Tool(String id, Supplier<Node> made) {}

  private final Map<String, Node> shown = new HashMap<>();
  private final Segments<Tool> choice;

  /**
   * Tools.
   *
   * @param tools the first is shown at first
   */
  SideTools(List<Tool> tools) {
    getStyleClass().add("explore-tools-side");
    choice =
        new Segments<>(Messages.text("explore.tools"), tools, each -> "explore.tool." + each.id());
    choice.setId("explore-tools");
    choice.getStyleClass().add("explore-tool-choice");
    if (tools.size() > 1) {
      setTop(choice);
    }
    choice.valueProperty().addListener((p, old, now) -> show(now));
    show(tools.get(0));
  }

  /** The tool that is shown. */
  ObjectProperty<Tool> toolProperty() {
    return choice.valueProperty();
  }

  private void show(Tool tool) {
    setCenter(shown.computeIfAbsent(tool.id(), id -> scrolled(tool.made().get())));
  }

  private static Node scrolled(Node content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.getStyleClass().addAll("edge-to-edge", "explore-side-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return scroll;
  }
}
