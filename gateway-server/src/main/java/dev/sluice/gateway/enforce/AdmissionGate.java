package dev.sluice.gateway.enforce;

import dev.sluice.gateway.failure.Failure;
import dev.sluice.gateway.partner.Partner;
import dev.sluice.gateway.route.Route;
import dev.sluice.policy.decision.DecisionPoint.DisclosureRequest;
import dev.sluice.policy.decision.UnknownSubjectException;
import dev.sluice.policy.vocabulary.Purposes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides before anything is proxied: the partner is served, it is on the route, and its purpose is clear and its
 * own.
 */
public final class AdmissionGate {

    private AdmissionGate() {}

    /**
     * @param asked the purpose that the request names, or null
     * @param now the instant that the exchange is pinned to
     */
    public static Admission admit(
            Rulebook rulebook, Partner partner, Route route, @Nullable String asked, Instant now) {
        if (!route.partners().contains(partner.id())) {
            return refused(Failure.PARTNER_NOT_ON_ROUTE);
        }
        if (!partner.active()) {
            return refused(Failure.PARTNER_SUSPENDED);
        }
        String purpose = purpose(partner, route, asked);
        if (purpose == null) {
            return new Admission.Refused(Failure.PURPOSE_OPEN, partner.purposes());
        }
        boolean contradicts = asked != null && !asked.equals(purpose);
        if (contradicts || !Purposes.among(partner.purposes(), purpose)) {
            return refused(Failure.PURPOSE_NOT_ALLOWED);
        }
        try {
            DisclosureRequest request = new DisclosureRequest(partner.id(), purpose, route.catalog(), now);
            return new Admission.Granted(purpose, rulebook.decisions().open(request));
        } catch (UnknownSubjectException e) {
            // The bundle in force no longer knows what the route names.
            return refused(Failure.PURPOSE_NOT_ALLOWED);
        }
    }

    private static @Nullable String purpose(Partner partner, Route route, @Nullable String asked) {
        if (route.purpose() != null) {
            return route.purpose();
        }
        if (asked != null) {
            return asked;
        }
        List<String> own = partner.purposes();
        return own.size() == 1 ? own.get(0) : null;
    }

    private static Admission refused(Failure failure) {
        return new Admission.Refused(failure, List.of());
    }
}
