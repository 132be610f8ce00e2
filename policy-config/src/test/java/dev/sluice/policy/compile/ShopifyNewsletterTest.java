package dev.sluice.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One whole story: a page of Shopify customers on its way to an e-mail marketer. */
class ShopifyNewsletterTest {

    private static final String BUNDLE = """
            kind: Catalog
            id: shop
            records:
              - at: "$.customers[*]"
                customer:
                  id: [id, { at: email, namespace: email }]
                  none_if: [0]
                  country: default_address.country_code
                  birth_date: birth_date
                  consents:
                    - adapter: shopify
                      at: email_marketing_consent
                      purpose: marketing.communications.email
                      channel: email
                parts:
                  home: [default_address]
                fields:
                  id: user.unique_id
                  email: user.contact.email
                  first_name: user.name.first
                  default_address.zip: user.contact.address.postal_code
                  "tags[*]": user.content.private
            ---
            kind: Partner
            id: mailwerk
            name: Mailwerk GmbH
            role: email_marketer
            countries: [DE]
            purposes: [marketing.communications.email]
            status: active
            recognised_by:
              - api_key: { sha256: "0000000000000000000000000000000000000000000000000000000000000000" }
            ---
            kind: Policy
            id: newsletter
            owner: privacy@shop.example
            why: Customers who confirmed the newsletter get it
            review_by: 2027-06-30
            partners: { roles: [email_marketer] }
            catalogs: [shop]
            purpose: marketing.communications.email
            basis:
              consent: { channel: email, opt_in: double }
            for:
              - customer_country: [DE, AT]
              - age: { at_least: majority }
            row_needs: [user.contact.email]
            share: [user.contact.email, user.name.first]
            rules:
              - id: region
                of: home
                share: [user.contact.address.postal_code]
            protect:
              - id: coarse
                category: user.contact.address.postal_code
                at_most: { truncate: { keep_first: 2 } }
            """;

    private static final String CUSTOMER = """
            {"customers":[{"id":1,"email":"a@b.example","first_name":"Ada","birth_date":"1990-01-01","tags":["x"],
            "default_address":{"country_code":"%s","zip":"10115"},
            "email_marketing_consent":{"state":"%s","opt_in_level":"confirmed_opt_in","consent_updated_at":"2026-01-01T00:00:00Z"}}]}
            """;

    @Test
    void sharesWhatTheCustomerConfirmed() {
        assertThat(Bundles.of(BUNDLE).filter(CUSTOMER.formatted("DE", "subscribed")))
                .isEqualTo("{\"customers\":[{\"email\":\"a@b.example\",\"first_name\":\"Ada\","
                        + "\"default_address\":{\"zip\":\"10\"}}]}");
    }

    @Test
    void withholdsTheCustomerWhoWithdrew() {
        assertThat(Bundles.of(BUNDLE).filter(CUSTOMER.formatted("DE", "unsubscribed")))
                .isEqualTo("{\"customers\":[]}");
    }

    @Test
    void withholdsTheCustomerOfAnUnknownCountry() {
        assertThat(Bundles.of(BUNDLE).filter(CUSTOMER.formatted("XX", "subscribed")))
                .isEqualTo("{\"customers\":[]}");
    }
}
