package dev.sluice.gateway.upstream;

import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.RecvByteBufAllocator;

/**
 * How much is read at once: little from a quiet peer, 256 KiB and two reads in a row from one that has much to say.
 */
public final class ReceiveBuffers {

    private static final int LEAST = 2048;
    private static final int FIRST = 4096;
    private static final int MOST = 256 * 1024;
    private static final int READS_IN_A_ROW = 2;

    private ReceiveBuffers() {}

    public static RecvByteBufAllocator large() {
        return new AdaptiveRecvByteBufAllocator(LEAST, FIRST, MOST).maxMessagesPerRead(READS_IN_A_ROW);
    }
}
