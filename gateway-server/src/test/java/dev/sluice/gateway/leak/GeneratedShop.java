package dev.sluice.gateway.leak;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Exports of an invented shop: customers as Shopify writes them, orders as WooCommerce does. Members come in varying order and
 * spacing, with optional ones missing, names escaped now and then, and a few records with a member twice.
 */
final class GeneratedShop {

    private final Random random;
    private final List<GeneratedPerson> people = new ArrayList<>();
    private final List<Integer> broken = new ArrayList<>();

    GeneratedShop(long seed) {
        this.random = new Random(seed);
    }

    List<GeneratedPerson> people() {
        return people;
    }

    /** Ids of people whose record has a catalogued member twice: such a record is withheld. */
    List<Integer> broken() {
        return broken;
    }

    String customersPage(int count) {
        return "{ \"customers\" : [" + records(count, this::customer) + "]}";
    }

    String ordersList(int count) {
        return "[" + records(count, this::order) + "\n]";
    }

    private String records(int count, BiFunction<GeneratedPerson, Integer, String> write) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            GeneratedPerson person = GeneratedPerson.draw(random, 500_000 + i);
            people.add(person);
            all.append(i == 0 ? "" : space() + ",").append(space()).append(write.apply(person, i));
        }
        return all.toString();
    }

    private String customer(GeneratedPerson p, int i) {
        List<String> members = new ArrayList<>(List.of(
                member("id", "" + p.id()),
                member(random.nextInt(20) == 0 ? "\\u0065mail" : "email", quoted(p.email())),
                member("first_name", quoted(p.firstName())),
                member("last_name", quoted(p.lastName())),
                member(
                        "note",
                        random.nextBoolean() ? "null" : quoted("ring for " + p.lastName() + "\n<" + p.email() + ">")),
                member("phone", quoted("+49555" + p.id())),
                member("tags", quoted("vip, " + p.firstName())),
                member(
                        "addresses",
                        "[" + address(p, "Aunt " + p.firstName()) + space() + "," + address(p, p.firstName()) + "]"),
                member("default_address", address(p, p.firstName())),
                member(
                        "unknown_to_the_catalog",
                        "{\"x\":[" + quoted(p.email()) + ",{\"y\":" + quoted(p.street()) + "}]}")));
        if (p.consent() != null) {
            members.add(member(
                    "email_marketing_consent",
                    "{\"opt_in_level\":\"" + (p.confirmed() ? "confirmed_opt_in" : "single_opt_in") + "\",\"state\":\""
                            + p.consent() + "\",\"consent_updated_at\":\"2025-04-02T08:00:00+02:00\"}"));
        } else if (random.nextBoolean()) {
            members.add(member("email_marketing_consent", "null"));
        }
        if (p.birthDate() != null) {
            members.add(
                    random.nextBoolean()
                            ? member("birth_date", quoted("" + p.birthDate()))
                            : member(
                                    "metafields",
                                    "[{\"value\":" + quoted("" + p.birthDate()) + ",\"key\":\"birth_date\"}]"));
        }
        if (random.nextInt(50) == 0) {
            broken.add(p.id());
            members.add(member("email", quoted("other." + p.id() + "@example.org")));
        }
        return object(members);
    }

    private String address(GeneratedPerson p, String name) {
        List<String> members = new ArrayList<>(List.of(
                member("first_name", quoted(name)),
                member("last_name", quoted(p.lastName())),
                member("address1", quoted(p.street())),
                member("zip", quoted(p.postcode())),
                member("phone", quoted("+49777" + p.id()))));
        if (p.country() != null) {
            members.add(member("country_code", quoted(p.country())));
        }
        return object(members);
    }

    private String order(GeneratedPerson p, int i) {
        boolean guest = i % 5 == 0;
        List<String> meta = new ArrayList<>();
        if (p.birthDate() != null) {
            meta.add("{\"id\":1,\"value\":" + quoted("" + p.birthDate()) + ",\"key\":\"billing_birth_date\"}");
        }
        if (p.consent() != null) {
            meta.add("{\"id\":2,\"key\":\"marketing_email_consent\",\"value\":" + quoted(p.consent()) + "}");
        }
        if (i % 3 == 0) {
            meta.add("{\"key\":\"carrier_may_call\",\"id\":3,\"value\":\"" + (i % 2 == 0 ? "yes" : "no") + "\"}");
        }
        meta.add("{\"key\":\"_secret_rating\",\"value\":" + quoted("owes us, says " + p.lastName()) + "}");
        return object(List.of(
                member("id", "" + (9_000_000 + i)),
                member("number", quoted("N-" + i)),
                member("customer_id", guest ? "0" : "" + p.id()),
                member("customer_note", quoted("for " + p.firstName())),
                member("billing", wooAddress(p, p.firstName(), p.country(), true)),
                member("shipping", wooAddress(p, "Gift for " + p.firstName(), "FR", false)),
                member("meta_data", "[" + String.join(space() + ",", meta) + "]"),
                member("line_items", "[{\"name\":\"Insulin cooling case\",\"sku\":\"IC-" + p.id() + "\"}]")));
    }

    private String wooAddress(GeneratedPerson p, String name, @Nullable String country, boolean billing) {
        List<String> members = new ArrayList<>(List.of(
                member("first_name", quoted(name)),
                member("last_name", quoted(p.lastName())),
                member("address_1", quoted(p.street())),
                member("postcode", quoted(p.postcode())),
                member("phone", quoted("+49888" + p.id()))));
        if (country != null) {
            members.add(member("country", quoted(country)));
        }
        if (billing) {
            members.add(member("email", quoted(p.email())));
        }
        return object(members);
    }

    private String member(String name, String value) {
        return "\"" + name + "\"" + space() + ":" + space() + value;
    }

    private String object(List<String> members) {
        List<String> shuffled = new ArrayList<>(members);
        Collections.shuffle(shuffled, random);
        return "{" + space() + String.join(space() + "," + space(), shuffled) + space() + "}";
    }

    private String space() {
        return switch (random.nextInt(12)) {
            case 0 -> " ";
            case 1 -> "\n  ";
            case 2 -> "\t";
            default -> "";
        };
    }

    private String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c > '~' && random.nextInt(4) == 0) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
