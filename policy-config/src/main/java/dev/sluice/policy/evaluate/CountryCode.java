package dev.sluice.policy.evaluate;

/** A country's alpha-2 code as a small number, after the two that stand for absent and unknown. */
final class CountryCode {

    /** More than the highest. */
    static final int LIMIT = Person.KNOWN + 26 * 26;

    private CountryCode() {}

    static int of(String code) {
        return of(code.charAt(0), code.charAt(1));
    }

    static int of(int first, int second) {
        return Person.KNOWN + (first - 'A') * 26 + (second - 'A');
    }

    static String text(int country) {
        int number = country - Person.KNOWN;
        return new String(new char[] {(char) ('A' + number / 26), (char) ('A' + number % 26)});
    }
}
