package studio.saddlepoint.app;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import studio.saddlepoint.core.AtomicFile;

/**
 * The person's preferences, kept in {@code studio.properties} of the settings folder. A file that
 * cannot be read or written is logged and otherwise ignored: preferences are never worth a dialog.
 */
public final class Settings {
    private static final Logger LOG = Logger.getLogger(Settings.class.getName());
    private static final String THEME = "theme";

    private final Path file;
    private final Properties values = new Properties();
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);

    /**
     * The preferences in a folder.
     *
     * @param folder the settings folder; need not exist
     */
    public Settings(Path folder) {
        file = folder.resolve("studio.properties");
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                values.load(in);
            } catch (IOException | IllegalArgumentException e) {
                LOG.log(
                        Level.WARNING,
                        "Settings in " + file + " cannot be read: using defaults",
                        e);
            }
        }
        for (Theme each : Theme.values()) {
            if (each.name().equalsIgnoreCase(values.getProperty(THEME))) {
                theme.set(each);
            }
        }
        theme.addListener((property, old, now) -> put(THEME, now.name().toLowerCase(Locale.ROOT)));
    }

    /** Light or dark; a change is kept at once. */
    public ObjectProperty<Theme> themeProperty() {
        return theme;
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
     * Keeps where a dialog is to begin next time: the folder of what was chosen, or that itself
     * where it is a root, which is in no folder.
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
        try {
            Files.createDirectories(file.getParent());
            StringWriter text = new StringWriter();
            values.store(text, null);
            AtomicFile.ON_DISK.write(file, text.toString());
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Settings cannot be kept in " + file, e);
        }
    }
}
