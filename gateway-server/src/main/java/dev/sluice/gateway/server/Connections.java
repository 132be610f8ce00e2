package dev.sluice.gateway.server;

import io.netty.channel.Channel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The open connections of callers, counted and capped over all listeners. */
public final class Connections {

    private final int most;
    private final Set<Channel> open = ConcurrentHashMap.newKeySet();

    public Connections(int most) {
        this.most = most;
    }

    /** Takes a connection in. False if there are too many; then it is to be closed. */
    boolean enter(Channel channel) {
        if (open.size() >= most) {
            return false;
        }
        open.add(channel);
        channel.closeFuture().addListener(closed -> open.remove(channel));
        return true;
    }

    public int count() {
        return open.size();
    }

    /** Tells every connection something, on its own event loop. */
    void tell(Object event) {
        open.forEach(channel -> channel.pipeline().fireUserEventTriggered(event));
    }

    /** Closes every one of them, whatever it is doing: a caller sees a broken message. */
    public void closeAll() {
        open.forEach(Channel::close);
    }
}
