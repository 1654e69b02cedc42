package studio.saddlepoint.run.tensorboard;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A message of protocol buffers, written field by field by their numbers: of TensorFlow's many
 * messages a few fields are needed, which have kept their numbers since 2015.
 */
final class ProtoMessage {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

  private interface Write {
    void to(CodedOutputStream out) throws IOException;
  }

  private ProtoMessage add(Write field) {
    try {
      field.to(out);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory has no such failures
    }
  }

  ProtoMessage number(int field, double value) {
    return add(to -> to.writeDouble(field, value));
  }

  ProtoMessage single(int field, float value) {
    return add(to -> to.writeFloat(field, value));
  }

  /** A whole number or an enum, as a varint. */
  ProtoMessage whole(int field, long value) {
    return add(to -> to.writeInt64(field, value));
  }

  ProtoMessage flag(int field, boolean value) {
    return add(to -> to.writeBool(field, value));
  }

  /** A text; a half of a pair that stands alone, which UTF-8 has not, becomes a question mark. */
  ProtoMessage text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  ProtoMessage bytes(int field, byte[] value) {
    return add(to -> to.writeByteArray(field, value));
  }

  ProtoMessage message(int field, ProtoMessage value) {
    return bytes(field, value.toBytes());
  }

  byte[] toBytes() {
    add(CodedOutputStream::flush);
    return bytes.toByteArray();
  }
}
