package dev.sluice.policy.condition;

import dev.sluice.policy.diagnostic.Listing;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.vocabulary.TransferGround;
import dev.sluice.policy.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the transfer to the partner's countries rests on at the exchange's instant, any of which. */
public record TransferBasis(List<Named> anyOf, SourceLocation location) implements Term {

    static final TermWord WORD = new TermWord("transfer_basis", TransferBasis::read);

    public TransferBasis {
        anyOf = List.copyOf(anyOf);
    }

    private static Optional<Condition> read(YamlNode value, SourceLocation location, Reading reading) {
        List<Named> known = reading.expect().texts(value, "`transfer_basis`").stream()
                .map(word -> new Named(word.text(), word.location()))
                .filter(word -> reading.isOneOf(word, "`transfer_basis`", TransferGround.WORDS))
                .toList();
        reading.rejectEmpty(value, "`transfer_basis`");
        return known.isEmpty() ? Optional.empty() : Optional.of(new TransferBasis(known, location));
    }

    @Override
    public KeyedCheck check(FactSource facts) {
        Set<String> wanted = Spelling.of(anyOf);
        return new KeyedCheck(Destination.of(facts).transferBasis(wanted), "transfer basis" + wanted);
    }

    @Override
    public String clause(boolean holds) {
        return "the transfer to the partner " + (holds ? "rests" : "does not rest") + " on " + Listing.or(anyOf);
    }

    @Override
    public void cut(FactCuts cuts) {
        cuts.partnerDays();
    }

    @Override
    public boolean ofPartner() {
        return true;
    }
}
