package dev.sluice.gateway.json;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

/** Pages of invented customers in the shape of a shop's API. The same arguments give the same bytes. */
public final class Customers {

    /** What the customers are like. */
    public enum Kind {
        /** All members always there, texts of nearly one length. */
        REGULAR,
        /** Texts of log-normal lengths, one optional member in ten missing, one to three addresses. */
        VARIED,
        /** Regular, indented over many lines. */
        PRETTY,
        /** Regular, with a long note. */
        LONG_TEXTS
    }

    private static final String[] FIRST = {"Jürgen", "Zoë", "Anna", "Bob", "José", "太郎", "Maximiliane", "Li"};
    private static final String[] LAST = {"Norman", "Schmidt", "von der Aue", "Ng", "O'Neill", "García Márquez"};
    private static final String[] COUNTRIES = {"DE", "AT", "FR", "US", "BR", "JP"};

    private final Random random = new Random(7);
    private final Kind kind;
    private final StringBuilder out = new StringBuilder();
    private boolean first;

    private Customers(Kind kind) {
        this.kind = kind;
    }

    static byte[] page(Kind kind, int bytes) {
        Customers page = new Customers(kind);
        page.out.append("{\"customers\":[");
        for (int k = 0; page.out.length() < bytes; k++) {
            page.out.append(k == 0 ? "" : ",").append(kind == Kind.PRETTY ? "\n  " : "");
            page.customer(k);
        }
        return page.out.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void customer(int k) {
        open();
        member("id", String.valueOf(207119551L + k), false);
        member("email", quoted(any(FIRST).toLowerCase(Locale.ROOT) + "." + k + "@example.com"), false);
        member("created_at", quoted("2026-01-05T12:05:14-05:00"), true);
        member("updated_at", quoted("2026-03-01T12:05:14-05:00"), true);
        member("first_name", quoted(any(FIRST)), true);
        member("last_name", quoted(any(LAST)), true);
        member("orders_count", String.valueOf(random.nextInt(40)), true);
        member("state", quoted("disabled"), true);
        member("total_spent", quoted(random.nextInt(1000) + ".65"), true);
        member("last_order_id", "450789469", true);
        member("note", kind == Kind.LONG_TEXTS ? quoted("lorem ipsum ".repeat(110)) : quoted(text(18)), true);
        member("verified_email", "true", true);
        member("multipass_identifier", "null", true);
        member("tax_exempt", "false", true);
        member("tags", quoted(text(6)), true);
        member("currency", quoted("EUR"), true);
        member("phone", quoted("+4917612345" + (100 + random.nextInt(900))), true);
        member("birth_date", quoted((1950 + random.nextInt(56)) + "-04-12"), true);
        out.append(",\"addresses\":[");
        int count = kind == Kind.VARIED ? 1 + random.nextInt(3) : 1;
        for (int a = 0; a < count; a++) {
            out.append(a == 0 ? "" : ",");
            address(k);
        }
        out.append("],\"default_address\":");
        address(k);
        out.append(",\"email_marketing_consent\":{\"state\":\"subscribed\",\"opt_in_level\":\"single_opt_in\",");
        out.append("\"consent_updated_at\":\"2024-06-13T11:57:11-04:00\"},\"sms_marketing_consent\":null}");
    }

    private void address(int k) {
        open();
        member("id", String.valueOf(k * 2), false);
        member("customer_id", String.valueOf(207119551L + k), false);
        member("first_name", quoted(any(FIRST)), true);
        member("last_name", quoted(any(LAST)), true);
        member("company", "null", true);
        member("address1", quoted(text(3) + " 12"), true);
        member("address2", quoted(text(2)), true);
        member("city", quoted("Louisville"), true);
        member("province", quoted("Kentucky"), true);
        member("country", quoted("United States"), true);
        member("zip", quoted(String.valueOf(10000 + random.nextInt(89999))), true);
        member("phone", quoted("555-625-1199"), true);
        member("province_code", quoted("KY"), true);
        member("country_code", quoted(any(COUNTRIES)), false);
        member("default", "true", true);
        out.append('}');
    }

    private void open() {
        out.append('{');
        first = true;
    }

    private void member(String name, String json, boolean optional) {
        if (optional && kind == Kind.VARIED && random.nextInt(10) == 0) {
            return;
        }
        out.append(first ? "" : ",").append(kind == Kind.PRETTY ? "\n      " : "");
        out.append('"')
                .append(name)
                .append(kind == Kind.PRETTY ? "\" : " : "\":")
                .append(json);
        first = false;
    }

    private String text(int words) {
        int count = kind == Kind.VARIED
                ? (int) Math.min(60, Math.exp(random.nextGaussian() * 0.9 + Math.log(words / 2.0 + 1)))
                : words / 2;
        return "likes ".repeat(Math.max(1, count)).strip();
    }

    private String any(String[] of) {
        return kind == Kind.VARIED ? of[random.nextInt(of.length)] : of[random.nextInt(4)];
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
