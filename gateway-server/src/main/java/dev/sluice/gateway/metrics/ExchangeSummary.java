package dev.sluice.gateway.metrics;

import dev.sluice.gateway.failure.Failure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One exchange in retrospect: names out of configuration and numbers, never a value.
 *
 * @param direction {@code pull} or {@code push}
 * @param partner the partner's id, or null if it was not recognised
 * @param route the route's id, or null if there was none
 * @param catalog the catalog's id, or null
 * @param purpose the purpose, or null if it was not settled
 * @param policy which bundle decided, in brief, or null
 * @param failure what went wrong or was refused, or null
 * @param unreachable the word for why the upstream was not reached, or null
 * @param status the status that was answered, 0 if none
 * @param cut whether the answer was broken off
 * @param bytesIn bytes of the judged body as they arrived
 * @param bytesOut bytes of the answer's body
 * @param withheldByCause records of which nothing left, by cause
 * @param fieldsByForm fields that left, by form
 * @param fieldsByCause fields of records that left, which stayed, by cause
 * @param unclassified members that no catalog knows
 */
public record ExchangeSummary(
        String id,
        String direction,
        String method,
        @Nullable String partner,
        @Nullable String route,
        @Nullable String catalog,
        @Nullable String purpose,
        @Nullable String policy,
        @Nullable Failure failure,
        @Nullable String unreachable,
        int status,
        boolean cut,
        long bytesIn,
        long bytesOut,
        long recordsShared,
        long recordsWithheld,
        Map<String, Long> withheldByCause,
        Map<String, Long> fieldsByForm,
        Map<String, Long> fieldsByCause,
        long unclassified,
        long nanos) {

    private static final String OK = "ok";
    private static final String PARTNER_REFUSED = "partner-refused";
    private static final int FIRST_NOT_OK = 300;

    /**
     * The outcome's word: {@code ok}, the failure's code, or {@code partner-refused}: without a failure no answer has
     * such a status but what a partner's API said to a push.
     */
    public String outcome() {
        if (failure != null) {
            return failure.code();
        }
        return status < FIRST_NOT_OK ? OK : PARTNER_REFUSED;
    }
}
