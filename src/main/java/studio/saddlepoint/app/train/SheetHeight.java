package studio.saddlepoint.app.train;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import org.controlsfx.control.PropertySheet;
import org.jspecify.annotations.Nullable;

/** Makes a property sheet as high as its content, so that several can share one scroll pane. */
final class SheetHeight {
    private SheetHeight() {}

    static void fit(PropertySheet sheet) {
        if (sheet.lookup(".scroll-pane") instanceof ScrollPane scroll) {
            scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
            scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
            scroll.contentProperty().addListener((p, old, now) -> follow(sheet, now));
            follow(sheet, scroll.getContent());
        }
    }

    private static void follow(PropertySheet sheet, @Nullable Node content) {
        if (content instanceof Region region) {
            // After each layout: messages that come, go and wrap change the height that is needed.
            // Not within it: what asks for another layout there is not heard.
            region.needsLayoutProperty()
                    .addListener(
                            (p, old, now) -> {
                                if (!now) {
                                    Platform.runLater(() -> set(sheet, region));
                                }
                            });
            set(sheet, region);
        }
    }

    private static void set(PropertySheet sheet, Region content) {
        double height = content.prefHeight(content.getWidth());
        if (height > 0 && content.getScene() == sheet.getScene()) {
            sheet.setMinHeight(height);
            sheet.setPrefHeight(height);
            sheet.setMaxHeight(height);
        }
    }
}
