package dev.sluice.gateway.admin;

import dev.sluice.gateway.shadow.Shadow;
import java.util.Map;

/** {@code DELETE /admin/shadow}: takes the candidate away. */
public final class ShadowStopEndpoint implements AdminEndpoint {

    private final Shadow shadow;

    public ShadowStopEndpoint(Shadow shadow) {
        this.shadow = shadow;
    }

    @Override
    public String method() {
        return "DELETE";
    }

    @Override
    public String path() {
        return "/admin/shadow";
    }

    @Override
    public AdminAnswer answer(AdminRequest request) {
        shadow.remove();
        return AdminAnswer.ok(Map.of("candidate", "none"));
    }
}
