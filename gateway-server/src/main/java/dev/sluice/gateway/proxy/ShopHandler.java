package dev.sluice.gateway.proxy;

import dev.sluice.gateway.enforce.Rulebook;
import dev.sluice.gateway.failure.Failure;
import dev.sluice.gateway.partner.ShopAuthenticator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.function.Supplier;

/** On the shop's listener: lets none but the shop pass. */
final class ShopHandler extends ChannelInboundHandlerAdapter {

    private final ShopAuthenticator shop;
    private final Supplier<Rulebook> inForce;

    ShopHandler(ShopAuthenticator shop, Supplier<Rulebook> inForce) {
        this.shop = shop;
        this.inForce = inForce;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (!(message instanceof RequestHead head)) {
            ctx.fireChannelRead(message);
            return;
        }
        ctx.fireChannelRead(
                shop.recognises(head.credentials())
                        ? new IdentifiedRequest(head, null, inForce.get())
                        : RefusedRequest.of(Failure.UNKNOWN_SHOP, head, null, null));
    }
}
