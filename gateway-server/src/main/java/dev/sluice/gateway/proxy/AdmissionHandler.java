package dev.sluice.gateway.proxy;

import dev.sluice.gateway.enforce.Admission;
import dev.sluice.gateway.enforce.AdmissionGate;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.time.InstantSource;
import java.util.Set;

/** Asks whether the partner may use the route now, and pins what the exchange is judged by. */
final class AdmissionHandler extends ChannelInboundHandlerAdapter {

    private final InstantSource clock;

    AdmissionHandler(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ctx.fireChannelRead(message instanceof RoutedRequest request ? admit(request) : message);
    }

    private Object admit(RoutedRequest request) {
        RequestHead head = request.head();
        Admission admission = AdmissionGate.admit(
                request.rulebook(), request.partner(), request.route(), head.purpose(), clock.instant());
        if (admission instanceof Admission.Granted granted) {
            return new AdmittedRequest(
                    head,
                    request.partner(),
                    request.route(),
                    request.target(),
                    granted.purpose(),
                    granted.disclosure());
        }
        Admission.Refused refused = (Admission.Refused) admission;
        return new RefusedRequest(
                refused.failure(), head, request.partner().id(), request.route().id(), refused.purposes(), Set.of());
    }
}
