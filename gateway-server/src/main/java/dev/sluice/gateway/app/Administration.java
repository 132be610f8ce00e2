package dev.sluice.gateway.app;

import dev.sluice.gateway.admin.ActivateEndpoint;
import dev.sluice.gateway.admin.AdminApi;
import dev.sluice.gateway.admin.BundleEndpoint;
import dev.sluice.gateway.admin.DriftEndpoint;
import dev.sluice.gateway.admin.ReleaseEndpoint;
import dev.sluice.gateway.admin.ReloadEndpoint;
import dev.sluice.gateway.admin.ShadowEndpoint;
import dev.sluice.gateway.admin.ShadowStartEndpoint;
import dev.sluice.gateway.admin.ShadowStopEndpoint;
import dev.sluice.gateway.bundle.LiveBundle;
import dev.sluice.gateway.config.AdminListenerConfig;
import dev.sluice.gateway.config.GatewayConfig;
import dev.sluice.gateway.drift.Drift;
import dev.sluice.gateway.partner.ApiKeyDigest;
import dev.sluice.gateway.shadow.Shadow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The admin API's list of endpoints. */
final class Administration {

    private Administration() {}

    /** The API, or null if the configuration gives it no listener. */
    static @Nullable AdminApi of(
            GatewayConfig config, LiveBundle bundle, Shadow shadow, Drift drift, Runnable cutOlder) {
        AdminListenerConfig listener = config.admin();
        if (listener == null) {
            return null;
        }
        return new AdminApi(
                ApiKeyDigest.parse(listener.tokenDigest()),
                List.of(
                        new BundleEndpoint(bundle),
                        new ReloadEndpoint(bundle, cutOlder),
                        new ActivateEndpoint(bundle, cutOlder),
                        new ReleaseEndpoint(bundle),
                        new ShadowEndpoint(shadow),
                        new ShadowStartEndpoint(shadow, bundle),
                        new ShadowStopEndpoint(shadow),
                        new DriftEndpoint(drift)));
    }
}
