package dev.sluice.gateway.admin;

/** Who changes something: whoever holds the token, and the name that they give themselves. */
final class Doer {

    private Doer() {}

    static String of(AdminRequest request) {
        String name = request.member("by");
        return name.isEmpty() ? "admin" : "admin (" + name + ")";
    }
}
