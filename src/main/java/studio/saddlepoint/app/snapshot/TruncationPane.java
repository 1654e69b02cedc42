package studio.saddlepoint.app.snapshot;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.VBox;
import studio.saddlepoint.latent.WTruncation;

/**
 * The truncation that a generator has: in w where there is a mapping network, by a threshold of z
 * elsewhere.
 */
public final class TruncationPane extends VBox {
  private final TruncationControl inZ;
  private final PsiControl inW;
  private final IntegerProperty layers = new SimpleIntegerProperty();

  /**
   * Both kinds, without any truncation.
   *
   * @param id of the slider of the threshold, for look-ups; that of psi ends with {@code -psi}
   */
  public TruncationPane(String id) {
    inZ = new TruncationControl(id);
    inW = new PsiControl(id + "-psi");
    layers.addListener((p, old, now) -> show());
    show();
  }

  private void show() {
    boolean styled = layers.get() > 0;
    if (styled) {
      inW.layersProperty().set(layers.get());
    }
    getChildren().setAll(styled ? inW : inZ);
  }

  /** How many styled layers the generator has; 0 where it has no mapping network. */
  public IntegerProperty layersProperty() {
    return layers;
  }

  /** The threshold; infinite for none. */
  public DoubleProperty thresholdProperty() {
    return inZ.thresholdProperty();
  }

  /** Truncation in w. */
  public ObjectProperty<WTruncation> inWProperty() {
    return inW.truncationProperty();
  }

  /** Whether it can be chosen to draw towards the mean of the class, in w. */
  public BooleanProperty conditionalProperty() {
    return inW.conditionalProperty();
  }

  /** What was measured of the threshold, see {@link TruncationControl#measuredProperty}. */
  public StringProperty measuredProperty() {
    return inZ.measuredProperty();
  }
}
