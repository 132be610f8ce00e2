package dev.sluice.policy.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** JSON for tests: objects as maps, arrays as lists, strings, booleans, null, and numbers by their literal. */
final class TinyJson {

    private final String text;
    private int at;

    private TinyJson(String text) {
        this.text = text;
    }

    /** A number as it was written. */
    record Number(String literal) {
        @Override
        public String toString() {
            return literal;
        }
    }

    static Object parse(String text) {
        TinyJson json = new TinyJson(text);
        Object value = json.value();
        json.space();
        if (json.at != text.length()) {
            throw new IllegalArgumentException("trailing text at " + json.at);
        }
        return value;
    }

    static String write(Object value) {
        if (value instanceof Map<?, ?> map) {
            List<String> members = new ArrayList<>();
            map.forEach((name, member) -> members.add(write(name) + ":" + write(member)));
            return "{" + String.join(",", members) + "}";
        }
        if (value instanceof List<?> list) {
            return "[" + String.join(",", list.stream().map(TinyJson::write).toList()) + "]";
        }
        return value instanceof String string
                ? '"' + string.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                : "" + value;
    }

    /** The same value with all members sorted, so that documents compare whatever their order. */
    static Object sorted(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((name, member) -> sorted.put((String) name, sorted(member)));
            return sorted;
        }
        return value instanceof List<?> list
                ? list.stream().map(TinyJson::sorted).toList()
                : value;
    }

    private Object value() {
        space();
        char c = text.charAt(at);
        return switch (c) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't', 'f', 'n' -> word();
            default -> number();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        at++;
        space();
        while (text.charAt(at) != '}') {
            space();
            String name = string();
            space();
            at++;
            object.put(name, value());
            space();
            at += text.charAt(at) == ',' ? 1 : 0;
            space();
        }
        at++;
        return object;
    }

    private List<Object> array() {
        List<Object> array = new ArrayList<>();
        at++;
        space();
        while (text.charAt(at) != ']') {
            array.add(value());
            space();
            at += text.charAt(at) == ',' ? 1 : 0;
            space();
        }
        at++;
        return array;
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        at++;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 1 : 0;
            string.append(text.charAt(at++));
        }
        at++;
        return string.toString();
    }

    private Object word() {
        for (String word : List.of("true", "false", "null")) {
            if (text.startsWith(word, at)) {
                at += word.length();
                return word.equals("null") ? null : Boolean.valueOf(word);
            }
        }
        throw new IllegalArgumentException("no value at " + at);
    }

    private Number number() {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at == from) {
            throw new IllegalArgumentException("no value at " + at);
        }
        return new Number(text.substring(from, at));
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
