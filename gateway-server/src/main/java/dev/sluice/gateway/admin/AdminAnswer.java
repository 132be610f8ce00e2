package dev.sluice.gateway.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is answered: a status, and a body that becomes JSON, its names in lower case with underscores.
 *
 * @param problem whether the body is a problem document (RFC 9457)
 */
public record AdminAnswer(int status, Object body, boolean problem) {

    private static final String TYPE_PREFIX = "urn:sluice:admin-problem:";

    public static AdminAnswer ok(Object body) {
        return new AdminAnswer(200, body, false);
    }

    /** @param code stable, in words with hyphens @param title one sentence */
    public static AdminAnswer problem(int status, String code, String title) {
        return new AdminAnswer(status, document(status, code, title), true);
    }

    /** @param problems what is wrong with a bundle */
    public static AdminAnswer problem(int status, String code, String title, List<?> problems) {
        Map<String, Object> document = document(status, code, title);
        document.put("problems", problems);
        return new AdminAnswer(status, document, true);
    }

    private static Map<String, Object> document(int status, String code, String title) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", TYPE_PREFIX + code);
        document.put("title", title);
        document.put("status", status);
        return document;
    }
}
