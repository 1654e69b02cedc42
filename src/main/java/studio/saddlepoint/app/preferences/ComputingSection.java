package studio.saddlepoint.app.preferences;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Settings;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.core.settings.Preferences;
import studio.saddlepoint.torch.EngineThreads;

/** What the program computes with: threads of the processors, and the device of new runs. */
final class ComputingSection extends VBox {
  private final Settings settings;
  private final Executor background;
  private final Executor ui;
  private final Supplier<List<String>> found;
  private final ComboBox<String> device = new ComboBox<>();
  private List<String> devices = List.of();

  /**
   * A section.
   *
   * @param found the devices of this computer; asked in the background
   */
  ComputingSection(StudioModel studio, Supplier<List<String>> found) {
    this.settings = studio.settings();
    this.background = studio.background();
    this.ui = studio.ui();
    this.found = found;
    getStyleClass().add("preference-section");
    VBox threads = Rows.row("preferences.threads", threads());
    if (EngineThreads.isGiven()) {
      threads.getChildren().add(Rows.words(Messages.text("preferences.threads.given")));
    }
    device.setId("preferences-device");
    device.setAccessibleText(Messages.text("preferences.device"));
    device.setConverter(words(this::deviceName));
    show();
    device
        .valueProperty()
        .addListener(
            (property, old, now) -> {
              if (now != null) {
                settings.put(Preferences.DEVICE, now);
              }
            });
    getChildren()
        .addAll(
            Rows.group("preferences.computing"), threads, Rows.row("preferences.device", device));
  }

  private ComboBox<Integer> threads() {
    ComboBox<Integer> threads = new ComboBox<>();
    threads.setId("preferences-threads");
    threads.setAccessibleText(Messages.text("preferences.threads"));
    threads.getItems().add(Preferences.AUTOMATIC);
    IntStream.rangeClosed(1, EngineThreads.most()).forEach(threads.getItems()::add);
    threads.setConverter(
        words(
            count ->
                count == Preferences.AUTOMATIC
                    ? Messages.text("preferences.automatic")
                    : Integer.toString(count)));
    threads.setValue(Math.min(settings.preferences().threads(), EngineThreads.most()));
    threads.setDisable(EngineThreads.isGiven());
    threads
        .valueProperty()
        .addListener(
            (property, old, now) -> {
              settings.put(
                  Preferences.THREADS, now == Preferences.AUTOMATIC ? "" : Integer.toString(now));
              EngineThreads.want(now);
            });
    return threads;
  }

  /** Asks for the devices, once. */
  void refresh() {
    if (devices.isEmpty()) {
      background.execute(
          () -> {
            List<String> told = found.get();
            ui.execute(
                () -> {
                  devices = told;
                  show();
                });
          });
    }
  }

  /** What is here, and what is preferred although it is not. */
  private void show() {
    String preferred = settings.preferences().device();
    List<String> all = new ArrayList<>(List.of(Preferences.AUTOMATIC_DEVICE));
    all.addAll(devices.isEmpty() ? List.of("cpu") : devices);
    List<String> shown = Stream.concat(all.stream(), Stream.of(preferred)).distinct().toList();
    if (!shown.equals(device.getItems())) {
      device.getItems().setAll(shown);
    }
    device.setValue(preferred);
  }

  private String deviceName(String name) {
    if (name.equals(Preferences.AUTOMATIC_DEVICE)) {
      return Messages.text("preferences.automatic");
    }
    boolean here = devices.isEmpty() || devices.contains(name);
    return here ? Texts.device(name) : Messages.text("preferences.device.gone", Texts.device(name));
  }

  private static <T> StringConverter<T> words(java.util.function.Function<T, String> text) {
    return new StringConverter<>() {
      @Override
      public String toString(T value) {
        return value == null ? "" : text.apply(value);
      }

      @Override
      public T fromString(String words) {
        throw new UnsupportedOperationException("nothing is typed here");
      }
    };
  }
}
