package dev.sluice.policy.compile;

import dev.sluice.policy.condition.CustomerFact;
import dev.sluice.policy.condition.KeyedCheck;
import dev.sluice.policy.condition.Term;
import dev.sluice.policy.evaluate.Check;
import dev.sluice.policy.evaluate.Checks;
import dev.sluice.policy.evaluate.FactNeeds;
import dev.sluice.policy.model.Basis;
import dev.sluice.policy.model.Basis.ConsentRequirement;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Partner;
import java.util.List;
import java.util.Optional;

/** Turns conditions into checks for one catalog, partner and request's purpose, and notes which facts they ask for. */
final class ConditionCompiler {

    private final String requestPurpose;
    private final ConsentQuestions questions;
    private final AskedFacts facts;

    ConditionCompiler(CompiledCatalog catalog, Partner partner, String requestPurpose, Law law) {
        this.requestPurpose = requestPurpose;
        this.questions = new ConsentQuestions(catalog, partner);
        this.facts = new AskedFacts(catalog, partner, law.regions());
    }

    /** @param ofForms whether forms ask for the country too */
    FactNeeds needs(boolean ids, boolean ofForms) {
        return facts.needs(ids, ofForms, questions.asked());
    }

    /** Has birth dates read whether or not a condition asks for them. */
    void askBirth() {
        facts.ask(CustomerFact.BIRTH);
    }

    /** The consents that were asked for since this was called last. */
    List<AskedConsent> askedSince() {
        return questions.askedSince();
    }

    /** What a legal ground asks of the customer; nothing if it asks for neither consent nor objection. */
    Optional<KeyedCheck> basis(Basis basis, String policyPurpose) {
        if (basis instanceof Basis.OfConsent of) {
            return Optional.of(consent(of.consent(), policyPurpose));
        }
        return basis.stopsAtObjection() ? Optional.of(unopposed()) : Optional.empty();
    }

    /** Consent as a legal ground: given for its purpose, and nothing speaks against the request's. */
    private KeyedCheck consent(ConsentRequirement consent, String policyPurpose) {
        KeyedCheck given = agreed(consent, policyPurpose);
        Check free = questions.required(requestPurpose, consent).notRefused();
        return new KeyedCheck(Checks.all(List.of(given.check(), free)), given.key());
    }

    /** A legal ground that an objection to the request's purpose takes away. */
    private KeyedCheck unopposed() {
        return new KeyedCheck(questions.objection(requestPurpose).notRefused(), "unopposed");
    }

    KeyedCheck all(List<Condition> all, String purpose) {
        List<KeyedCheck> parts = parts(all, purpose);
        return new KeyedCheck(Checks.all(checks(parts)), "all" + sorted(parts));
    }

    /** @param purpose of the policy, which a consent without a purpose means */
    KeyedCheck compile(Condition condition, String purpose) {
        if (condition instanceof Condition.All all) {
            return all(all.of(), purpose);
        }
        if (condition instanceof Condition.Any any) {
            List<KeyedCheck> parts = parts(any.of(), purpose);
            return new KeyedCheck(Checks.any(checks(parts)), "any" + sorted(parts));
        }
        if (condition instanceof Condition.Not not) {
            return compile(not.of(), purpose).not();
        }
        return condition instanceof Condition.Consent consent
                ? agreed(consent.consent(), purpose)
                : Term.of(condition).check(facts);
    }

    private List<KeyedCheck> parts(List<Condition> conditions, String purpose) {
        return conditions.stream().map(one -> compile(one, purpose)).toList();
    }

    private KeyedCheck agreed(ConsentRequirement consent, String policyPurpose) {
        Named named = consent.purpose();
        String purpose = named == null ? policyPurpose : named.name();
        return new KeyedCheck(questions.required(purpose, consent).agreed(), ConsentQuestions.key(purpose, consent));
    }

    private static List<Check> checks(List<KeyedCheck> parts) {
        return parts.stream().map(KeyedCheck::check).toList();
    }

    private static List<String> sorted(List<KeyedCheck> parts) {
        return parts.stream().map(KeyedCheck::key).sorted().toList();
    }
}
