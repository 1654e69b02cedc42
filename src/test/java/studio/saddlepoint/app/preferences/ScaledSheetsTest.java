package studio.saddlepoint.app.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.app.Shell;

class ScaledSheetsTest {
  private static final String OTHER = "other.css";

  private static String text(String address) {
    return new String(
        Base64.getDecoder().decode(address.substring(address.indexOf("base64,") + 7)),
        StandardCharsets.UTF_8);
  }

  @Test
  void textsIconsAndHeightsGrowWidthsHalfAsMuchAndSpacesNot() {
    assertEquals(
        ".a { -fx-font-size: 19.5px; -fx-icon-size:27.0; -fx-padding: 8 16; }",
        ScaledSheets.scaled(
            ".a { -fx-font-size: 13px; -fx-icon-size:18; -fx-padding: 8 16; }", 1.5));
    assertEquals(
        ".a { -fx-min-height: 54.0; -fx-pref-width: 100.0; -fx-min-width: 320; }",
        ScaledSheets.scaled(
                ".a { -fx-min-height: 36; -fx-pref-width: 80; -fx-min-width: 320; }", 1.5)
            .replace("320.0", "320"));
    String em = ".a { -fx-font-size: 1.2em; -fx-min-width: 19.7em; }";
    assertEquals(em, ScaledSheets.scaled(em, 1.5), "em grows by itself");
  }

  @Test
  void sheetsAreExchangedInTheirPlaceAndComeBack() {
    ObservableList<String> list = FXCollections.observableArrayList(OTHER);
    ObjectProperty<TextSize> size = new SimpleObjectProperty<>(TextSize.USUAL);
    ScaledSheets.follow(list, size, Shell.STYLE_SHEET);
    list.add(OTHER);
    assertEquals(List.of(OTHER, Shell.STYLE_SHEET, OTHER), list);
    size.set(TextSize.LARGEST);
    assertEquals(3, list.size());
    String css = text(list.get(1));
    assertTrue(css.contains("-fx-font-size: 19.5px"), "the root's 13 pixels");
    size.set(TextSize.SMALL);
    assertTrue(text(list.get(1)).contains("-fx-font-size: 10.2px"));
    size.set(TextSize.USUAL);
    assertEquals(List.of(OTHER, Shell.STYLE_SHEET, OTHER), list);
  }
}
