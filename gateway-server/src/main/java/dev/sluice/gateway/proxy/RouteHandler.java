package dev.sluice.gateway.proxy;

import dev.sluice.gateway.failure.Failure;
import dev.sluice.gateway.partner.Partner;
import dev.sluice.gateway.route.Direction;
import dev.sluice.gateway.route.RouteMatch;
import dev.sluice.gateway.route.RouteTable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the route that a request means, and refuses a body where the direction has no use for one. */
final class RouteHandler extends ChannelInboundHandlerAdapter {

    private final RouteTable routes;

    RouteHandler(RouteTable routes) {
        this.routes = routes;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ctx.fireChannelRead(message instanceof IdentifiedRequest request ? route(request) : message);
    }

    private Object route(IdentifiedRequest request) {
        RequestHead head = request.head();
        Partner caller = request.caller();
        String callerId = caller == null ? null : caller.id();
        RouteMatch match = routes.match(head.method(), head.target());
        if (match instanceof RouteMatch.Found found) {
            return found(request, found, callerId);
        }
        if (match instanceof RouteMatch.QueryRefused refused) {
            return RefusedRequest.of(
                    Failure.QUERY_NOT_ALLOWED, head, callerId, refused.route().id());
        }
        if (match instanceof RouteMatch.MethodRefused refused) {
            return new RefusedRequest(Failure.METHOD_NOT_ALLOWED, head, callerId, null, List.of(), refused.allowed());
        }
        return RefusedRequest.of(Failure.UNKNOWN_ROUTE, head, callerId, null);
    }

    private static Object found(IdentifiedRequest request, RouteMatch.Found found, @Nullable String callerId) {
        RequestHead head = request.head();
        if (found.route().direction() == Direction.PULL && head.hasBody()) {
            return RefusedRequest.of(
                    Failure.BODY_NOT_TAKEN, head, callerId, found.route().id());
        }
        Partner caller = request.caller();
        Partner partner = caller != null
                ? caller
                : request.rulebook()
                        .partners()
                        .find(found.route().partners().iterator().next());
        if (partner == null) {
            return RefusedRequest.of(
                    Failure.PARTNER_NOT_ON_ROUTE, head, null, found.route().id());
        }
        return new RoutedRequest(head, partner, request.rulebook(), found.route(), found.target());
    }
}
