package dev.sluice.gateway.admin;

import dev.sluice.gateway.bundle.LiveBundle;
import dev.sluice.policy.repository.KeptBundle;
import java.io.IOException;
import java.util.List;

/** {@code GET /admin/bundle}: which bundle is in force, which was refused and why, which are kept. */
public final class BundleEndpoint implements AdminEndpoint {

    private final LiveBundle bundle;

    public BundleEndpoint(LiveBundle bundle) {
        this.bundle = bundle;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/admin/bundle";
    }

    @Override
    public AdminAnswer answer(AdminRequest request) {
        return AdminAnswer.ok(view(bundle));
    }

    static BundleView view(LiveBundle bundle) {
        List<KeptBundle> kept;
        try {
            kept = bundle.kept();
        } catch (IOException e) {
            // What is in force matters more than what is kept; a state directory that fails is told by `unsaved`.
            kept = List.of();
        }
        return BundleView.of(bundle, kept);
    }
}
