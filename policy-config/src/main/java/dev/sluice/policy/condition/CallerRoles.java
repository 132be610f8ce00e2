package dev.sluice.policy.condition;

import dev.sluice.policy.diagnostic.Listing;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.evaluate.Checks;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.ListSort;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The roles inside the partner of the person who asks. */
public record CallerRoles(Match match, List<Named> roles, SourceLocation location) implements Term {

    static final TermWord WORD = new TermWord("caller_roles", CallerRoles::read);

    public CallerRoles {
        roles = List.copyOf(roles);
    }

    /** How many of the roles are wanted. */
    public enum Match {
        ANY_OF,
        ALL_OF,
        NONE_OF
    }

    private static Optional<Condition> read(YamlNode value, SourceLocation location, Reading reading) {
        return reading.expect().map(value, "`caller_roles`").flatMap(map -> tests(map, location, reading));
    }

    /** Several tests must all pass. */
    private static Optional<Condition> tests(YamlMap map, SourceLocation location, Reading reading) {
        YamlFields fields = reading.fields(map, "role-tests");
        List<Condition> tests = new ArrayList<>();
        for (Match match : Match.values()) {
            String key = match.name().toLowerCase(Locale.ROOT);
            fields.node(key)
                    .map(node -> reading.names(node, "`" + key + "`", ListSort.VALUES))
                    .filter(roles -> !roles.isEmpty())
                    .ifPresent(roles -> tests.add(new CallerRoles(match, roles, location)));
        }
        fields.rejectOthers();
        if (map.entries().isEmpty()) {
            reading.problems()
                    .error(
                            "missing-key",
                            location,
                            "`caller_roles` has neither `any_of`, `all_of` nor `none_of`",
                            null);
        }
        return Condition.all(tests, location);
    }

    @Override
    public KeyedCheck check(FactSource facts) {
        Set<String> wanted = Spelling.of(roles);
        if (match == Match.ALL_OF) {
            return new KeyedCheck(Checks.allCallerRoles(wanted), "all roles" + wanted);
        }
        KeyedCheck any = new KeyedCheck(Checks.anyCallerRole(wanted), "any role" + wanted);
        return match == Match.ANY_OF ? any : any.not();
    }

    @Override
    public String clause(boolean holds) {
        boolean is = holds != (match == Match.NONE_OF);
        return "the person who asks " + (is ? "is " : "is not ")
                + (match == Match.ALL_OF ? Listing.and(roles) : Listing.or(roles));
    }

    @Override
    public void cut(FactCuts cuts) {
        roles.forEach(role -> cuts.callerRole(role.name()));
    }
}
