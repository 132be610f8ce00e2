package dev.sluice.gateway.proxy;

import dev.sluice.gateway.partner.Partner;
import dev.sluice.gateway.route.Route;
import dev.sluice.policy.decision.Disclosure;

/** A request that may be proxied: all that an exchange needs. */
record AdmittedRequest(
        RequestHead head, Partner partner, Route route, String target, String purpose, Disclosure disclosure) {}
