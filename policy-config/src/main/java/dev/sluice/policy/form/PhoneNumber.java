package dev.sluice.policy.form;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Phone numbers as people write them, in the one spelling of E.164. */
final class PhoneNumber {

    private static final int LONGEST = 64;

    private PhoneNumber() {}

    /** The library, and the numbering plans that it reads one by one when a number of a country is first met. */
    private static final class Plans {

        static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

        static {
            Thread ahead = new Thread(Plans::read, "phone-plans");
            ahead.setDaemon(true);
            ahead.start();
        }

        private static void read() {
            NUMBERS.getSupportedRegions().forEach(NUMBERS::getSupportedTypesForRegion);
            NUMBERS.getSupportedGlobalNetworkCallingCodes().forEach(NUMBERS::getSupportedTypesForNonGeoEntity);
        }
    }

    /**
     * Makes ready for {@link #e164}: the library takes a tenth of a second that no exchange should wait for, its
     * plans a few more.
     */
    static void prepare() {
        Objects.requireNonNull(Plans.NUMBERS);
    }

    /**
     * The number with a plus and its country code, or null if it is no valid number.
     *
     * @param country where a number without a country code is dialled, or null if unknown: then it has none
     */
    static @Nullable String e164(String text, @Nullable String country) {
        if (text.length() > LONGEST) {
            return null;
        }
        PhoneNumberUtil numbers = Plans.NUMBERS;
        try {
            Phonenumber.PhoneNumber number = numbers.parse(text, country);
            return numbers.isValidNumber(number) ? numbers.format(number, PhoneNumberFormat.E164) : null;
        } catch (NumberParseException e) {
            return null;
        }
    }
}
