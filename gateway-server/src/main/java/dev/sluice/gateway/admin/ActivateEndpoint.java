package dev.sluice.gateway.admin;

import dev.sluice.gateway.bundle.LiveBundle;
import dev.sluice.gateway.bundle.LiveBundle.NotPossibleException;
import dev.sluice.gateway.bundle.ReloadOutcome;
import dev.sluice.policy.diagnostic.InvalidBundleException;
import java.io.IOException;
import java.util.Set;

/** {@code POST /admin/bundle/activate}: pins a kept version until it is released. Says why, and who asks. */
public final class ActivateEndpoint implements AdminEndpoint {

    private static final String CUT = "cut";

    private final LiveBundle bundle;
    private final Runnable cutOlder;

    /** @param cutOlder ends the exchanges that are judged by anything but what is in force */
    public ActivateEndpoint(LiveBundle bundle, Runnable cutOlder) {
        this.bundle = bundle;
        this.cutOlder = cutOlder;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/admin/bundle/activate";
    }

    @Override
    public Set<String> parameters() {
        return Set.of(CUT);
    }

    @Override
    public Set<String> members() {
        return Set.of("version", "why", "by");
    }

    @Override
    public AdminAnswer answer(AdminRequest request) {
        String version = request.member("version");
        String why = request.member("why");
        if (version.isEmpty() || why.isEmpty()) {
            return AdminAnswer.problem(400, "bad-request", "`version` or `why` is missing");
        }
        try {
            bundle.activate(version, Doer.of(request), why);
        } catch (NotPossibleException e) {
            return AdminAnswer.problem(409, "not-possible", String.valueOf(e.getMessage()));
        } catch (InvalidBundleException e) {
            return AdminAnswer.problem(
                    409, "bundle-refused", "the version no longer fits", BundleView.problems(e.problems()));
        } catch (IOException e) {
            return AdminAnswer.problem(500, "state-unreadable", "the state directory cannot be read");
        }
        if (request.flag(CUT)) {
            cutOlder.run();
        }
        return Changed.answer(bundle, ReloadOutcome.ACTIVATED);
    }
}
