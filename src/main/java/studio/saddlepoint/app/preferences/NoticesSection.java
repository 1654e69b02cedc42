package studio.saddlepoint.app.preferences;

import java.util.List;
import java.util.Locale;
import javafx.scene.layout.VBox;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.desktop.DesktopNotices;
import studio.saddlepoint.app.desktop.NoticeAfter;
import studio.saddlepoint.app.fx.Segments;

/** What is told while the window is not looked at. */
final class NoticesSection extends VBox {
  NoticesSection(DesktopNotices notices) {
    getStyleClass().add("preference-section");
    Segments<NoticeAfter> after =
        new Segments<>(
            Messages.text("preferences.notices"),
            List.of(NoticeAfter.values()),
            each -> "preferences.notices." + each.name().toLowerCase(Locale.ROOT));
    after.setId("preferences-notices");
    after.valueProperty().bindBidirectional(notices.afterProperty());
    getChildren()
        .addAll(Rows.group("preferences.notices.group"), Rows.row("preferences.notices", after));
  }
}
