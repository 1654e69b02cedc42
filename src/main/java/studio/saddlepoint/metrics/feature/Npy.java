package studio.saddlepoint.metrics.feature;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.NpyHeader;

/**
 * An array of numpy: the format .npy, versions 1 to 3 (numpy/lib/format.py). Numbers of any kind
 * are held as doubles, rows first; a single text as text. Pickled objects are refused.
 *
 * @param shape sizes of the axes, outermost first; empty for a single number or text
 * @param values the numbers; none for a text. Not to be changed
 * @param text the text; empty for numbers
 */
public record Npy(int[] shape, double[] values, String text) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d\\s,L]*)\\)");
    private static final Charset UTF_32 = Charset.forName("UTF-32LE");

    /** More is not read. */
    static final int MOST_BYTES = 1 << 30;

    /** Numbers of a shape, rows first. */
    static Npy of(double[] values, int... shape) {
        if (values.length != count(shape)) {
            throw new IllegalArgumentException(
                    values.length + " numbers for " + Arrays.toString(shape));
        }
        return new Npy(shape, values, "");
    }

    /** A text. */
    static Npy of(String text) {
        return new Npy(new int[0], new double[0], text);
    }

    /** The bytes of a file: float64, or unicode for a text; little endian, rows first. */
    byte[] bytes() {
        byte[] data;
        String type;
        if (text.isEmpty()) {
            type = "<f8";
            ByteBuffer numbers = ByteBuffer.allocate(values.length * Double.BYTES);
            numbers.order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().put(values);
            data = numbers.array();
        } else {
            type = "<U" + text.codePointCount(0, text.length());
            data = text.getBytes(UTF_32);
        }
        byte[] header = NpyHeader.of(type, shape);
        return ByteBuffer.allocate(header.length + data.length).put(header).put(data).array();
    }

    /**
     * Reads the bytes of a file.
     *
     * @throws IOException if they are not understood; the message ends a sentence that begins with
     *     the array's name
     */
    static Npy read(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < 12 || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new IOException("is no numpy array");
        }
        boolean first = bytes[MAGIC.length] == 1;
        long length = first ? Short.toUnsignedLong(buffer.getShort(8)) : buffer.getInt(8);
        int start = first ? 10 : 12;
        if (length < 0 || length > bytes.length - start) {
            throw new IOException("is cut short");
        }
        String header = new String(bytes, start, (int) length, StandardCharsets.ISO_8859_1);
        String type = found(DESCR, header);
        boolean columnsFirst = found(ORDER, header).equals("True");
        int[] shape = shape(found(SHAPE, header));
        ByteBuffer data = buffer.position(start + (int) length).slice();
        data.order(type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        if (type.matches("<U\\d{1,6}") && shape.length == 0) {
            return text(data);
        }
        double[] values = numbers(type, data, count(shape));
        return new Npy(shape, columnsFirst ? rowsFirst(values, shape) : values, "");
    }

    private static String found(Pattern pattern, String header) throws IOException {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw new IOException("has a header that is not understood: " + header.strip());
        }
        return matcher.group(1);
    }

    private static int[] shape(String text) throws IOException {
        try {
            return Arrays.stream(text.split(","))
                    .map(size -> size.replace("L", "").strip())
                    .filter(size -> !size.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new IOException("has the shape (" + text + "), which is too large", e);
        }
    }

    private static long count(int[] shape) {
        return Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> Math.min(a * b, 1L << 40));
    }

    private static Npy text(ByteBuffer data) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        return of(new String(bytes, UTF_32).replaceAll("\0+$", ""));
    }

    private static double[] numbers(String type, ByteBuffer data, long count) throws IOException {
        String kind = type.replaceFirst("^[<>=|]", "");
        int size =
                switch (kind) {
                    case "f8", "i8" -> 8;
                    case "f4", "i4" -> 4;
                    case "u1" -> 1;
                    default ->
                            throw new IOException(
                                    English.of(
                                            "holds '%s' instead of numbers in float64 or float32",
                                            type));
                };
        if (count * size > MOST_BYTES) {
            throw new IOException("has more than a gigabyte");
        }
        if (data.remaining() < count * size) {
            throw new IOException("is cut short");
        }
        double[] values = new double[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    switch (kind) {
                        case "f8" -> data.getDouble();
                        case "f4" -> data.getFloat();
                        case "i8" -> data.getLong();
                        case "i4" -> data.getInt();
                        default -> data.get() & 0xff;
                    };
        }
        return values;
    }

    /** Numbers whose first axis runs fastest, as numbers whose last axis does. */
    private static double[] rowsFirst(double[] values, int[] shape) {
        double[] turned = new double[values.length];
        int[] at = new int[shape.length];
        for (double value : values) {
            int place = 0;
            for (int axis = 0; axis < shape.length; axis++) {
                place = place * shape[axis] + at[axis];
            }
            turned[place] = value;
            for (int axis = 0; axis < shape.length && ++at[axis] == shape[axis]; axis++) {
                at[axis] = 0;
            }
        }
        return turned;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Npy array
                && Arrays.equals(shape, array.shape)
                && Arrays.equals(values, array.values)
                && text.equals(array.text);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(shape) * 31 + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return text.isEmpty() ? "array " + Arrays.toString(shape) : text;
    }
}
