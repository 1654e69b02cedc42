package studio.saddlepoint.app.glossary;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Cover;
import studio.saddlepoint.app.fx.LabEvent;

/** The glossary over the page: a list to search, and what the chosen term means. */
public final class GlossaryCard extends VBox {
  private final Glossary glossary = Glossary.embedded();
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final CustomTextField search = new CustomTextField();
  private final ListView<GlossaryEntry> list = new ListView<>();
  private final VBox entry = new VBox(10);
  private final ScrollPane scroll = new ScrollPane(entry);
  private final Cover cover = new Cover(this, shown::get, () -> shown.set(false));

  /** A glossary that is not shown yet. */
  public GlossaryCard() {
    getStyleClass().addAll("glossary");
    Label title = new Label(Messages.text("glossary.title"));
    title.getStyleClass().add("card-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(8, title, space, Buttons.icon(Feather.X, "glossary.close", cover::close));
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("card-head");
    search.setId("glossary-search");
    search.setLeft(new FontIcon(Feather.SEARCH));
    search.setPromptText(Messages.text("glossary.search"));
    search.setAccessibleText(Messages.text("glossary.search"));
    search.textProperty().addListener(o -> filter());
    list.setId("glossary-list");
    list.setAccessibleText(Messages.text("glossary.title"));
    list.setPlaceholder(new Label(Messages.text("glossary.none")));
    list.setCellFactory(view -> cell());
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((p, old, now) -> Optional.ofNullable(now).ifPresent(this::tell));
    entry.getStyleClass().add("glossary-entry");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("form-scroll");
    // Each has half of the card, and stays where it is from term to term.
    scroll.prefHeightProperty().bind(list.prefHeightProperty());
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, search, list, scroll);
    visibleProperty().bind(shown);
    managedProperty().bind(shown);
    filter();
    list.getSelectionModel().selectFirst();
  }

  /**
   * Shows a term.
   *
   * @param term an entry's id; empty opens the glossary as it was left, or closes it
   */
  public void ask(String term) {
    if (term.isEmpty() && shown.get()) {
      cover.close();
      return;
    }
    shown.set(true);
    glossary.entry(term).ifPresent(this::choose);
    if (term.isEmpty()) {
      search.requestFocus();
    } else {
      list.requestFocus();
    }
  }

  private void choose(GlossaryEntry chosen) {
    if (!list.getItems().contains(chosen)) {
      search.clear();
    }
    list.getSelectionModel().select(chosen);
    list.scrollTo(Math.max(0, list.getItems().indexOf(chosen) - 1));
  }

  private void filter() {
    GlossaryEntry before = list.getSelectionModel().getSelectedItem();
    List<GlossaryEntry> found = glossary.find(search.getText());
    list.getItems().setAll(found);
    if (search.getText().isBlank() && before != null) {
      choose(before);
    } else {
      list.getSelectionModel().selectFirst();
    }
  }

  private static ListCell<GlossaryEntry> cell() {
    return new ListCell<>() {
      @Override
      protected void updateItem(GlossaryEntry item, boolean empty) {
        super.updateItem(item, empty);
        setText(empty || item == null ? null : item.term());
      }
    };
  }

  private void tell(GlossaryEntry chosen) {
    Label term = new Label(chosen.term());
    term.getStyleClass().add(Styles.TITLE_4);
    term.setWrapText(true);
    entry.getChildren().setAll(term);
    if (!chosen.also().isEmpty()) {
      add(Messages.text("glossary.also", String.join(", ", chosen.also())), "muted");
    }
    add(chosen.text(), "glossary-text");
    add(chosen.formula(), "glossary-formula");
    add(chosen.source(), "muted");
    chosen.inLab().ifPresent(place -> entry.getChildren().add(inLab(place)));
    FlowPane see = new FlowPane(8, 4);
    chosen.see().stream()
        .flatMap(id -> glossary.entry(id).stream())
        .forEach(other -> see.getChildren().add(link(other)));
    if (!see.getChildren().isEmpty()) {
      Label name = new Label(Messages.text("glossary.see"));
      name.getStyleClass().add("finding-name");
      entry.getChildren().add(new VBox(4, name, see));
    }
    scroll.setVvalue(0);
  }

  private Hyperlink inLab(String place) {
    Hyperlink link = new Hyperlink(Messages.text("glossary.lab"), new FontIcon(Feather.TARGET));
    link.setId("glossary-lab");
    link.getStyleClass().add("glossary-link");
    link.setOnAction(
        event -> {
          fireEvent(new LabEvent(place));
          cover.close();
        });
    return link;
  }

  private void add(String text, String style) {
    if (!text.isBlank()) {
      Label label = new Label(text);
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
      label.getStyleClass().add(style);
      entry.getChildren().add(label);
    }
  }

  private Hyperlink link(GlossaryEntry other) {
    Hyperlink link = new Hyperlink(other.term());
    link.setOnAction(event -> choose(other));
    link.getStyleClass().add("glossary-link");
    return link;
  }
}
