package studio.saddlepoint.run.tensorboard;

import java.nio.ByteBuffer;
import java.util.Map;

/**
 * The values of a summary, as messages of TensorFlow: {@code Summary.Value} of
 * tensorflow/core/framework/summary.proto, and for hyper-parameters those of
 * tensorboard/plugins/hparams/plugin_data.proto. The numbers in the code are those of the fields.
 */
final class SummaryValue {
  private static final int TAG = 1;
  private static final int SIMPLE_VALUE = 2;
  private static final int IMAGE = 4;
  private static final int TENSOR = 8;
  private static final int METADATA = 9;

  private static final int FLOAT = 1;
  private static final int STRING = 7;

  /** Where a PNG file tells its width, and height four bytes on, and its kind of colours. */
  private static final int PNG_WIDTH = 16;

  private static final int PNG_COLOURS = 25;

  private SummaryValue() {}

  /** A number of a step. */
  static ProtoMessage scalar(String tag, double value) {
    return new ProtoMessage().text(TAG, tag).single(SIMPLE_VALUE, (float) value);
  }

  /**
   * A picture.
   *
   * @param png bytes of a PNG file
   * @throws IllegalArgumentException if they are too few to be one
   */
  static ProtoMessage picture(String tag, byte[] png) {
    if (png.length <= PNG_COLOURS) {
      throw new IllegalArgumentException(png.length + " bytes are no PNG file");
    }
    ByteBuffer head = ByteBuffer.wrap(png);
    ProtoMessage image =
        new ProtoMessage()
            .whole(1, head.getInt(PNG_WIDTH + Integer.BYTES))
            .whole(2, head.getInt(PNG_WIDTH))
            .whole(3, channels(png[PNG_COLOURS]))
            .bytes(4, png);
    return new ProtoMessage().text(TAG, tag).message(IMAGE, image);
  }

  private static int channels(byte colours) {
    return switch (colours) {
      case 0 -> 1;
      case 4 -> 2;
      case 6 -> 4;
      default -> 3;
    };
  }

  /** A text in Markdown. */
  static ProtoMessage markdown(String tag, String text) {
    ProtoMessage tensor = new ProtoMessage().whole(1, STRING).message(2, shape(1)).text(8, text);
    return new ProtoMessage()
        .text(TAG, tag)
        .message(TENSOR, tensor)
        .message(METADATA, metadata("text", new byte[0]));
  }

  private static ProtoMessage shape(long size) {
    return new ProtoMessage().message(2, new ProtoMessage().whole(1, size));
  }

  private static ProtoMessage metadata(String plugin, byte[] content) {
    return new ProtoMessage()
        .message(1, new ProtoMessage().text(1, plugin).bytes(2, content))
        .whole(4, 2); // data class: tensors
  }

  /**
   * A training with these hyper-parameters began.
   *
   * @param values each a {@link Boolean}, a {@link Number} or a text
   * @param group what is shown on a line: a run
   * @param seconds since 1970
   */
  static ProtoMessage begun(Map<String, Object> values, String group, double seconds) {
    ProtoMessage start = new ProtoMessage();
    values.forEach(
        (key, value) ->
            start.message(1, new ProtoMessage().text(1, key).message(2, dynamic(value))));
    start.text(4, group).number(5, seconds);
    return hyperParameters("_hparams_/session_start_info", new ProtoMessage().message(3, start));
  }

  /** A {@code google.protobuf.Value}. */
  private static ProtoMessage dynamic(Object value) {
    ProtoMessage message = new ProtoMessage();
    if (value instanceof Boolean flag) {
      return message.flag(4, flag);
    }
    return value instanceof Number number
        ? message.number(2, number.doubleValue())
        : message.text(3, value.toString());
  }

  /**
   * The training ended.
   *
   * @param seconds since 1970
   */
  static ProtoMessage ended(double seconds) {
    ProtoMessage end = new ProtoMessage().whole(1, 1).number(2, seconds); // status: success
    return hyperParameters("_hparams_/session_end_info", new ProtoMessage().message(4, end));
  }

  /** The plug-in reads what is in the metadata; the tensor is there because one must be. */
  private static ProtoMessage hyperParameters(String tag, ProtoMessage content) {
    ProtoMessage none =
        new ProtoMessage().whole(1, FLOAT).message(2, shape(1)).bytes(5, new byte[Float.BYTES]);
    return new ProtoMessage()
        .text(TAG, tag)
        .message(TENSOR, none)
        .message(METADATA, metadata("hparams", content.toBytes()));
  }
}
