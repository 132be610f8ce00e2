package dev.sluice.gateway.admin;

import dev.sluice.gateway.bundle.LiveBundle;
import dev.sluice.gateway.bundle.LiveBundle.NotPossibleException;
import dev.sluice.gateway.shadow.Candidate;
import dev.sluice.gateway.shadow.Shadow;
import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.repository.BundleSnapshot;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;

/**
 * {@code POST /admin/shadow}: puts a candidate beside the live bundle: a directory of the gateway's machine, or a version
 * that is kept.
 */
public final class ShadowStartEndpoint implements AdminEndpoint {

    private final Shadow shadow;
    private final LiveBundle bundle;

    public ShadowStartEndpoint(Shadow shadow, LiveBundle bundle) {
        this.shadow = shadow;
        this.bundle = bundle;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/admin/shadow";
    }

    @Override
    public Set<String> members() {
        return Set.of("directory", "version");
    }

    @Override
    public AdminAnswer answer(AdminRequest request) {
        String directory = request.member("directory");
        String version = request.member("version");
        if (directory.isEmpty() == version.isEmpty()) {
            return AdminAnswer.problem(400, "bad-request", "not exactly one of `directory` and `version` is given");
        }
        try {
            BundleSnapshot snapshot =
                    version.isEmpty() ? BundleSnapshot.read(Path.of(directory)) : bundle.kept(version);
            shadow.place(new Candidate(bundle.compile(snapshot), directory + version, Instant.now()));
        } catch (NotPossibleException e) {
            return AdminAnswer.problem(409, "not-possible", String.valueOf(e.getMessage()));
        } catch (InvalidBundleException e) {
            return AdminAnswer.problem(
                    409, "bundle-refused", "the candidate has errors", BundleView.problems(e.problems()));
        } catch (InvalidPathException e) {
            return AdminAnswer.problem(400, "bad-request", "`directory` is no path");
        } catch (IOException e) {
            return AdminAnswer.problem(500, "state-unreadable", "the state directory cannot be read");
        }
        return ShadowEndpoint.answer(shadow);
    }
}
