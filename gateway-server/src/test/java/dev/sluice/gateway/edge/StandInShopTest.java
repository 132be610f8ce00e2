package dev.sluice.gateway.edge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static dev.sluice.gateway.edge.RunningGateway.MAILWERK;
import static dev.sluice.gateway.edge.RunningGateway.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both directions with a whole HTTP server standing in for the shop and for the partner's API. */
final class StandInShopTest {

    private static final String CUSTOMERS =
            "{\"customers\":[{\"email\":\"a@x.example\",\"ok\":true,\"phone\":\"1\"},{\"email\":\"b@x.example\",\"ok\":false}]}";

    private final WireMockServer shop =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
    private RunningGateway gateway;

    @BeforeEach
    void start() throws Exception {
        shop.start();
        gateway = new RunningGateway(shop.port(), new OpenBook());
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        shop.stop();
    }

    @Test
    void aPartnerPullsWhatItMayHave() throws Exception {
        // Given
        shop.stubFor(get(urlPathEqualTo("/customers.json"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json; charset=utf-8")
                        .withHeader("Set-Cookie", "session=secret")
                        .withBody(CUSTOMERS)));

        // When
        Caller.Answer answer;
        try (Caller partner = gateway.partner()) {
            answer = partner.get("/customers.json?limit=5", MAILWERK);
        }

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("a@x.example").doesNotContain("b@x.example", "phone");
        assertThat(answer.head()).doesNotContain("secret");
        shop.verify(getRequestedFor(urlPathEqualTo("/customers.json"))
                .withQueryParam("limit", equalTo("5"))
                .withHeader("X-Shop-Token", equalTo("token-of-the-gateway"))
                .withoutHeader("X-Api-Key"));
    }

    @Test
    void theShopPushesWhatThePartnerMayHave() throws Exception {
        // Given
        shop.stubFor(post(urlPathEqualTo("/lists/7/members"))
                .willReturn(aResponse()
                        .withStatus(201)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"customers\":[]}")));

        // When
        Caller.Answer answer;
        try (Caller caller = gateway.shop()) {
            answer = caller.ask("POST", "/lists/7/members", CUSTOMERS, SHOP, "Content-Type: application/json");
        }

        // Then
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.field("Sluice-Records")).isEqualTo("shared=1, withheld=1");
        shop.verify(postRequestedFor(urlPathEqualTo("/lists/7/members"))
                .withRequestBody(matchingJsonPath("$.customers[0].email", equalTo("a@x.example")))
                .withRequestBody(matchingJsonPath("$.customers.length()", equalTo("1"))));
    }
}
