package dev.sluice.gateway.proxy;

import io.netty.buffer.ByteBuf;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Compresses an answer (RFC 1952), fast rather than small. Holds native memory until {@link #close}. */
final class GzipEncoder implements AutoCloseable {

    private static final byte[] HEADER = {0x1F, (byte) 0x8B, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xFF};
    private static final int STEP = 16 * 1024;

    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private final CRC32 checksum = new CRC32();
    private final byte[] step = new byte[STEP];
    private boolean began;

    /** Writes what these bytes become; a reader can undo all of it at once. */
    void encode(byte[] bytes, int length, ByteBuf out) {
        begin(out);
        checksum.update(bytes, 0, length);
        deflater.setInput(bytes, 0, length);
        drain(out, Deflater.SYNC_FLUSH);
    }

    /** Writes the end of the stream with its checksum. */
    void finish(ByteBuf out) {
        begin(out);
        deflater.finish();
        drain(out, Deflater.NO_FLUSH);
        out.writeIntLE((int) checksum.getValue());
        out.writeIntLE((int) deflater.getBytesRead());
    }

    private void begin(ByteBuf out) {
        if (!began) {
            began = true;
            out.writeBytes(HEADER);
        }
    }

    private void drain(ByteBuf out, int flush) {
        int length;
        do {
            length = deflater.deflate(step, 0, step.length, flush);
            out.writeBytes(step, 0, length);
        } while (length == step.length || flush == Deflater.NO_FLUSH && !deflater.finished());
    }

    @Override
    public void close() {
        deflater.end();
    }
}
