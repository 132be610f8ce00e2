package dev.sluice.gateway.enforce;

import dev.sluice.gateway.failure.BodyFault;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Undoes gzip (RFC 1952) or zlib (RFC 1950) within bounds: exactly one member, its checksum and length verified,
 * nothing behind it. Holds native memory until {@link #close}.
 */
final class ContentInflater implements AutoCloseable {

    private static final int PIECE = 32 * 1024;

    private final Inflater inflater;
    private final @Nullable GzipHeader header;
    private final CRC32 checksum = new CRC32();
    private final InflationLimits limits;
    private final byte[] piece = new byte[PIECE];
    private final byte[] trailer = new byte[8];
    private int trailerLength;
    private long in;
    private long out;

    ContentInflater(ContentCoding coding, InflationLimits limits) {
        boolean gzip = coding == ContentCoding.GZIP;
        this.inflater = new Inflater(gzip);
        this.header = gzip ? new GzipHeader() : null;
        this.limits = limits;
    }

    /** The next piece, valid until the next call, or null if more input is needed; then all input is consumed. */
    @Nullable ByteBuffer next(ByteBuffer input) throws BodyFaultException {
        if (header != null && !header.complete()) {
            in += input.remaining();
            boolean sound = header.read(input);
            in -= input.remaining();
            if (!sound) {
                throw new BodyFaultException(BodyFault.BROKEN_CODING);
            }
        }
        while (input.hasRemaining() || !inflater.finished()) {
            if (inflater.finished()) {
                readTrailer(input);
                return null;
            }
            int length = inflate(input);
            if (length > 0) {
                return ByteBuffer.wrap(piece, 0, length);
            }
            if (!inflater.finished() && !input.hasRemaining()) {
                return null;
            }
        }
        return null;
    }

    private int inflate(ByteBuffer input) throws BodyFaultException {
        int before = input.remaining();
        int length;
        try {
            inflater.setInput(input);
            length = inflater.inflate(piece);
        } catch (DataFormatException e) {
            throw new BodyFaultException(BodyFault.BROKEN_CODING);
        }
        if (inflater.needsDictionary()
                || length == 0 && before == input.remaining() && before > 0 && !inflater.finished()) {
            throw new BodyFaultException(BodyFault.BROKEN_CODING);
        }
        in += before - input.remaining();
        out += length;
        if (out > limits.size() || out > limits.free() && out > in * limits.ratio()) {
            throw new BodyFaultException(BodyFault.INFLATES);
        }
        if (header != null) {
            checksum.update(piece, 0, length);
        }
        return length;
    }

    private void readTrailer(ByteBuffer input) throws BodyFaultException {
        while (header != null && trailerLength < trailer.length && input.hasRemaining()) {
            trailer[trailerLength++] = input.get();
        }
        if (input.hasRemaining()) {
            throw new BodyFaultException(BodyFault.BROKEN_CODING);
        }
    }

    /** To be called at the end of the input, before the last of what came out is released. */
    void finish() throws BodyFaultException {
        if (!inflater.finished() || header != null && trailerLength < trailer.length) {
            throw new BodyFaultException(BodyFault.BROKEN_CODING);
        }
        if (header != null && (littleEndian(0) != checksum.getValue() || littleEndian(4) != (out & 0xFFFF_FFFFL))) {
            throw new BodyFaultException(BodyFault.BROKEN_CODING);
        }
    }

    private long littleEndian(int at) {
        long value = 0;
        for (int k = 3; k >= 0; k--) {
            value = value << 8 | trailer[at + k] & 0xFF;
        }
        return value;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
