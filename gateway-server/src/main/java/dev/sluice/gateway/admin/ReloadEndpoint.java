package dev.sluice.gateway.admin;

import dev.sluice.gateway.bundle.LiveBundle;
import dev.sluice.gateway.bundle.ReloadOutcome;
import java.util.Set;

/**
 * {@code POST /admin/bundle/reload}: takes what the directory holds. With {@code cut=true} exchanges of older versions end
 * as broken messages.
 */
public final class ReloadEndpoint implements AdminEndpoint {

    private static final String CUT = "cut";

    private final LiveBundle bundle;
    private final Runnable cutOlder;

    /** @param cutOlder ends the exchanges that are judged by anything but what is in force */
    public ReloadEndpoint(LiveBundle bundle, Runnable cutOlder) {
        this.bundle = bundle;
        this.cutOlder = cutOlder;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/admin/bundle/reload";
    }

    @Override
    public Set<String> parameters() {
        return Set.of(CUT);
    }

    @Override
    public AdminAnswer answer(AdminRequest request) {
        ReloadOutcome outcome = bundle.reload();
        if (request.flag(CUT) && outcome != ReloadOutcome.REFUSED) {
            cutOlder.run();
        }
        return Changed.answer(bundle, outcome);
    }
}
