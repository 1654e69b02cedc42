package studio.saddlepoint.lab.microscope;

import java.util.Locale;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.StatelessLayer;

/** What layers are called by a person. */
final class LayerNames {
  private LayerNames() {}

  /** The name of a layer, with the side of its kernel where it has one. */
  static String of(Layer layer) {
    if (layer instanceof StatelessLayer stateless) {
      return stateless.name();
    }
    return name(layer.getClass().getSimpleName()) + kernel(layer);
  }

  private static String kernel(Layer layer) {
    for (var each : layer.getDirectParameters()) {
      var shape = each.getValue().getArray().getShape();
      if (each.getKey().equals("weight") && shape.dimension() == 4) {
        return " " + shape.get(2) + " × " + shape.get(3);
      }
    }
    return "";
  }

  private static String name(String type) {
    return switch (type) {
      case "Conv2d" -> "convolution";
      case "ConvTranspose2d" -> "transposed convolution";
      case "EqualizedConv2d" -> "equalized convolution";
      case "ModulatedConv2d" -> "modulated convolution";
      case "GroupedConv2d" -> "grouped convolution";
      case "Linear" -> "dense layer";
      case "EqualizedLinear" -> "equalized dense layer";
      case "SelfAttention" -> "self-attention";
      default -> type.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    };
  }
}
