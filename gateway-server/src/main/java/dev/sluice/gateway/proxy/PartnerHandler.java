package dev.sluice.gateway.proxy;

import dev.sluice.gateway.enforce.Rulebook;
import dev.sluice.gateway.failure.Failure;
import dev.sluice.gateway.partner.Partner;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.function.Supplier;

/** On the partners' listener: turns a head into one whose partner is known. */
final class PartnerHandler extends ChannelInboundHandlerAdapter {

    private final Supplier<Rulebook> inForce;

    PartnerHandler(Supplier<Rulebook> inForce) {
        this.inForce = inForce;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (!(message instanceof RequestHead head)) {
            ctx.fireChannelRead(message);
            return;
        }
        Rulebook rulebook = inForce.get();
        Partner partner = rulebook.partners().recognise(head.credentials());
        ctx.fireChannelRead(
                partner == null
                        ? RefusedRequest.of(Failure.UNKNOWN_PARTNER, head, null, null)
                        : new IdentifiedRequest(head, partner, rulebook));
    }
}
