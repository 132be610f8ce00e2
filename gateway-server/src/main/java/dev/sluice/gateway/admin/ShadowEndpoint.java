package dev.sluice.gateway.admin;

import dev.sluice.gateway.shadow.Shadow;

/** {@code GET /admin/shadow}: what rules in shadow and a candidate would change, and how often. */
public final class ShadowEndpoint implements AdminEndpoint {

    private final Shadow shadow;

    public ShadowEndpoint(Shadow shadow) {
        this.shadow = shadow;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/admin/shadow";
    }

    @Override
    public AdminAnswer answer(AdminRequest request) {
        return answer(shadow);
    }

    static AdminAnswer answer(Shadow shadow) {
        return AdminAnswer.ok(ShadowView.of(shadow.view()));
    }
}
