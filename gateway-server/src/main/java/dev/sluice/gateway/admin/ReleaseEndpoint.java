package dev.sluice.gateway.admin;

import dev.sluice.gateway.bundle.LiveBundle;
import dev.sluice.gateway.bundle.LiveBundle.NotPossibleException;
import java.io.IOException;
import java.util.Set;

/** {@code POST /admin/bundle/release}: ends the pin; the directory counts again. */
public final class ReleaseEndpoint implements AdminEndpoint {

    private final LiveBundle bundle;

    public ReleaseEndpoint(LiveBundle bundle) {
        this.bundle = bundle;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/admin/bundle/release";
    }

    @Override
    public Set<String> members() {
        return Set.of("why", "by");
    }

    @Override
    public AdminAnswer answer(AdminRequest request) {
        try {
            return Changed.answer(
                    bundle,
                    bundle.release(Doer.of(request), request.member("why")),
                    "the pin has ended, but the bundle in the directory has errors");
        } catch (NotPossibleException e) {
            return AdminAnswer.problem(409, "not-possible", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return AdminAnswer.problem(500, "state-unreadable", "the state directory cannot be read");
        }
    }
}
