package dev.sluice.gateway.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The draft of a record's {@code customer:}: who it is about and what is known of them, as far as names tell. */
final class CustomerDraft {

    private static final String IDS = "id|customerid|userid|profileid|customernumber|buyerid|externalid";
    private static final String COUNTRIES = "country|countrycode|countryid|countryiso";
    private static final String FLAGS = ".*(acceptsmarketing|subscribed|newsletter|optin|marketingconsent).*";

    private final List<Leaf> leaves;
    private final NameGuess names;
    private final List<String> lines = new ArrayList<>();

    private CustomerDraft(List<Leaf> leaves, NameGuess names) {
        this.leaves = leaves.stream()
                .sorted(Comparator.comparingInt(Leaf::depth).thenComparing(Leaf::path))
                .toList();
        this.names = names;
    }

    /** Lines of YAML, indented by {@code margin}; none if nothing says who it is. */
    static List<String> lines(List<Leaf> leaves, NameGuess names, String margin) {
        CustomerDraft draft = new CustomerDraft(leaves, names);
        draft.ids();
        draft.fact("country", draft.single(COUNTRIES));
        draft.fact("state", draft.single("provincecode|statecode|regioncode"));
        draft.birthDate(draft.single("birthdate|birthday|bday|dateofbirth|dob|born"));
        draft.fact("gender", draft.single("gender|sex"));
        draft.fact("language", draft.single("locale|language|customerlocale"));
        draft.consents();
        if (draft.lines.isEmpty()) {
            return List.of();
        }
        List<String> all = new ArrayList<>(List.of(margin + "customer:"));
        draft.lines.forEach(line -> all.add(margin + "  " + line));
        return all;
    }

    private void ids() {
        Optional<Leaf> id = leaves.stream()
                .filter(leaf -> !leaf.repeated() && leaf.isNamed(IDS) && isCustomers(leaf))
                .findFirst();
        Optional<Leaf> email = leaves.stream()
                .filter(leaf -> !leaf.repeated()
                        && leaf.category(names)
                                .filter("user.contact.email"::equals)
                                .isPresent())
                .findFirst();
        if (id.isEmpty() && email.isEmpty()) {
            return;
        }
        lines.add("id:");
        id.ifPresent(leaf -> lines.add("  - " + DraftText.path(leaf.path())));
        email.ifPresent(leaf -> lines.add("  - { at: " + DraftText.path(leaf.path()) + ", namespace: email }"));
        lines.add("none_if: [0, \"\"]");
    }

    /** An {@code id} at the top may be the order's, a user's the staff's: what says customer goes before both. */
    private boolean isCustomers(Leaf leaf) {
        return saysCustomer(leaf) || leaves.stream().noneMatch(CustomerDraft::saysCustomer);
    }

    private static boolean saysCustomer(Leaf leaf) {
        return leaf.path().matches("(?i)(customer|buyer)(_?id|\\.(id|uuid))");
    }

    private Optional<Leaf> single(String expression) {
        return leaves.stream()
                .filter(leaf -> !leaf.repeated() && !leaf.isOfOthers() && leaf.isNamed(expression))
                .findFirst();
    }

    /** With its format where all samples agree on one that is not ISO 8601's. */
    private void birthDate(Optional<Leaf> leaf) {
        boolean dots = leaf.filter(found -> found.shape().looks().equals(EnumSet.of(Look.DATE_WITH_DOTS)))
                .isPresent();
        if (dots) {
            leaf.ifPresent(
                    found -> lines.add("birth_date: { at: " + DraftText.path(found.path()) + ", format: dd.MM.uuuu }"));
        } else {
            fact("birth_date", leaf);
        }
    }

    private void fact(String word, Optional<Leaf> leaf) {
        leaf.ifPresent(found -> lines.add(word + ": " + DraftText.path(found.path())));
    }

    private void consents() {
        List<String> entries = new ArrayList<>();
        for (Leaf leaf : leaves) {
            if (!leaf.repeated() && leaf.isStateOfConsent(leaves)) {
                String at = leaf.path().substring(0, leaf.path().lastIndexOf('.'));
                entries.addAll(consent("shopify", at, leaf.parent()));
            } else if (leaf.isNamed(FLAGS)
                    && !leaf.repeated()
                    && leaf.shape().seen().contains("true or false")) {
                entries.addAll(consent("flag", leaf.path(), leaf.name()));
            }
        }
        if (!entries.isEmpty()) {
            lines.add("consents:");
            entries.forEach(line -> lines.add("  " + line));
        }
    }

    private static List<String> consent(String adapter, String at, String name) {
        boolean sms = name.toLowerCase(Locale.ROOT).contains("sms");
        return List.of(
                "- adapter: " + adapter,
                "  at: " + DraftText.path(at),
                "  purpose: marketing.communications." + (sms ? "sms" : "email"),
                "  channel: " + (sms ? "sms" : "email"));
    }
}
