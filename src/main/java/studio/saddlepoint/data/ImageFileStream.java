package studio.saddlepoint.data;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;
import studio.saddlepoint.core.PathNames;

/** The bytes of a file whose name the locale cannot spell, which Java's own stream needs. */
final class ImageFileStream extends ImageInputStreamImpl {
    private static final int BUFFERED = 8192;

    private final SeekableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFERED).limit(0);

    /** Where the buffer begins in the file. */
    private long bufferStart;

    private ImageFileStream(SeekableByteChannel channel) {
        this.channel = channel;
    }

    /** Opens a file, by Java's own stream where that can be. */
    static ImageInputStream open(Path path) throws IOException {
        Optional<File> file = PathNames.file(path);
        return file.isPresent()
                ? new FileImageInputStream(file.get())
                : new ImageFileStream(Files.newByteChannel(path));
    }

    @Override
    public long length() {
        try {
            return channel.size();
        } catch (IOException e) {
            return -1;
        }
    }

    @Override
    public int read() throws IOException {
        checkClosed();
        bitOffset = 0;
        if (!fill()) {
            return -1;
        }
        streamPos++;
        return buffer.get() & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        checkClosed();
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, buffer.remaining());
        buffer.get(target, offset, count);
        streamPos += count;
        return count;
    }

    /** Brings the buffer to the stream's place; false at the end of the file. */
    private boolean fill() throws IOException {
        long inside = streamPos - bufferStart;
        if (inside >= 0 && inside < buffer.limit()) {
            buffer.position((int) inside);
            return true;
        }
        bufferStart = streamPos;
        channel.position(streamPos);
        int read = channel.read(buffer.clear());
        buffer.flip();
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        super.close();
        channel.close();
    }
}
