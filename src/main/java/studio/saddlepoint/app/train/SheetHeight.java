package studio.saddlepoint.app.train;

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
            region.needsLayoutProperty()
                    .addListener(
                            (p, old, now) -> {
                                if (!now) {
                                    set(sheet, region.prefHeight(region.getWidth()));
                                }
                            });
            set(sheet, region.prefHeight(region.getWidth()));
        }
    }

    private static void set(PropertySheet sheet, double height) {
        if (height > 0) {
            sheet.setMinHeight(height);
            sheet.setPrefHeight(height);
            sheet.setMaxHeight(height);
        }
    }
}
