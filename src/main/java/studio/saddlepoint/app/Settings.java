package studio.saddlepoint.app;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import studio.saddlepoint.app.preferences.TextSize;
import studio.saddlepoint.app.preferences.ThemePreference;
import studio.saddlepoint.core.settings.Preferences;
import studio.saddlepoint.core.settings.SettingsFile;
import studio.saddlepoint.recipe.PreferredDevice;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.torch.TorchEngine;

/**
 * The person's preferences, kept in {@code studio.properties} of the settings folder. A file that
 * cannot be read or written is logged and otherwise ignored: preferences are never worth a dialog.
 * One that is none of this program's is kept aside before it would be written over.
 */
public final class Settings {
  private static final Logger LOG = Logger.getLogger(Settings.class.getName());
  private static final String TEXT_SIZE = "text.size";

  private final SettingsFile file;
  private final Properties values;
  private final ThemePreference theme;
  private final ObjectProperty<TextSize> textSize;
  private boolean unusable;
  private Preferences preferences;

  /**
   * The preferences in a folder.
   *
   * @param folder the settings folder; need not exist
   */
  public Settings(Path folder) {
    file = new SettingsFile(folder);
    SettingsFile.Content kept = file.read();
    values = kept.values();
    unusable = kept.problem().isPresent();
    preferences = Preferences.of(values);
    theme = new ThemePreference(this);
    textSize =
        new SimpleObjectProperty<>(
            TextSize.of(values.getProperty(TEXT_SIZE, "")).orElse(TextSize.USUAL));
    textSize.addListener((property, old, now) -> put(TEXT_SIZE, Integer.toString(now.percent())));
  }

  /** Keeps a file that could not be used aside, which the log tells. */
  synchronized void keepUnusableAside() {
    if (unusable && file.keepAside()) {
      unusable = false;
    }
  }

  /** What the commands heed, too; as of now. */
  public synchronized Preferences preferences() {
    return preferences;
  }

  /** A recipe on the preferred device, where it leaves that open and this computer has it. */
  public Recipe preferred(Recipe recipe) {
    String device = preferences().device();
    return TorchEngine.has(device) ? PreferredDevice.of(recipe, device) : recipe;
  }

  /** The theme and the choice behind it. */
  public ThemePreference theme() {
    return theme;
  }

  /** Light or dark, as it is shown; one who changes it chooses it. */
  public ObjectProperty<Theme> themeProperty() {
    return theme.shownProperty();
  }

  /** How large texts are; a change is kept at once. */
  public ObjectProperty<TextSize> textSizeProperty() {
    return textSize;
  }

  /**
   * A kept text.
   *
   * @param key its name
   * @param otherwise what to use where nothing is kept
   */
  public synchronized String get(String key, String otherwise) {
    return values.getProperty(key, otherwise);
  }

  /**
   * A kept number.
   *
   * @param key its name
   * @param otherwise what to use where none is kept
   */
  public double number(String key, double otherwise) {
    try {
      double number = Double.parseDouble(get(key, Double.toString(otherwise)));
      return Double.isFinite(number) ? number : otherwise;
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /**
   * Keeps where a dialog is to begin next time: the folder of what was chosen, or that itself where
   * it is a root, which is in no folder.
   *
   * @param key its name
   * @param chosen what was chosen
   */
  public void keepFolder(String key, File chosen) {
    String parent = chosen.getParent();
    put(key, parent == null ? chosen.getPath() : parent);
  }

  /**
   * Keeps a value.
   *
   * @param key its name
   * @param value its text
   */
  public synchronized void put(String key, String value) {
    if (value.equals(values.getProperty(key))) {
      return;
    }
    values.setProperty(key, value);
    if (Preferences.KEYS.contains(key)) {
      preferences = Preferences.of(values);
    }
    keepUnusableAside();
    if (unusable) {
      return; // what could not be read is not written over
    }
    try {
      file.write(values);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Settings cannot be kept in " + file, e);
    }
  }
}
