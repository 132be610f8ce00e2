package dev.sluice.gateway.edge;

import static dev.sluice.gateway.edge.RunningGateway.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gateway.failure.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page for partners: what it shows is what is answered and sent, and its table has every problem that a partner can get. */
final class PartnerPageTest {

    private static final Path PAGE = Path.of("../docs/partners.md");
    private static final Pattern BLOCK = Pattern.compile("(?m)^```(\\S.*)\\n([\\s\\S]*?)^```$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[a-z-]+`(?:, `[a-z-]+`)*) \\| ([^|]+) \\|");
    private static final Pattern CODE = Pattern.compile("`([a-z-]+)`");
    private static final Pattern EXCHANGE = Pattern.compile("\\b[0-9a-hjkmnp-tv-z]{24}\\b");

    /** Told to the shop, or to nobody. */
    private static final Set<Failure> NOT_FOR_PARTNERS = EnumSet.of(
            Failure.UNKNOWN_SHOP,
            Failure.CLIENT_GONE,
            Failure.CLIENT_STALLED,
            Failure.REQUEST_MEDIA_TYPE,
            Failure.REQUEST_CHARSET,
            Failure.REQUEST_CODING,
            Failure.REQUEST_BROKEN_CODING,
            Failure.REQUEST_INFLATES,
            Failure.REQUEST_TRUNCATED,
            Failure.REQUEST_NOT_JSON,
            Failure.NOTHING_TO_SEND,
            Failure.UPSTREAM_EARLY);

    private static final String CUSTOMERS = """
            {"customers":[{"email":"ada@mail.example","ok":true,"note":"x"},{"email":"bo@mail.example","ok":false}],"next":"p-2"}""";

    private ScriptedUpstream shop;
    private RunningGateway gateway;

    @BeforeEach
    void start() throws Exception {
        shop = new ScriptedUpstream((request, connection) -> {
            boolean list = request.head().startsWith("GET /customers.json ");
            connection.json(list ? CUSTOMERS : "{\"customer\":{\"email\":\"bo@mail.example\",\"ok\":false}}");
        });
        gateway = new RunningGateway(shop.port(), new OpenBook());
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        shop.close();
    }

    private record Block(String info, String text) {}

    private static List<Block> blocks() throws IOException {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(Files.readString(PAGE));
        while (matcher.find()) {
            blocks.add(new Block(matcher.group(1), matcher.group(2)));
        }
        return blocks;
    }

    @Test
    void everyAnswerShownIsTheAnswer() throws Exception {
        // Given
        List<Block> blocks = blocks();
        int compared = 0;

        for (int k = 0; k < blocks.size(); k++) {
            if (blocks.get(k).info().equals("bash")) {
                // When
                String answer = run(blocks.get(k).text());

                // Then
                assertThat(settled(answer)).isEqualTo(settled(blocks.get(k + 1).text()));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(4);
    }

    private String run(String line) throws Exception {
        ProcessBuilder shell = new ProcessBuilder(
                "bash",
                "-c",
                line.replace("https://partners.shop.example", "http://127.0.0.1:" + gateway.partnersPort()));
        shell.environment().put("KEY", "mailwerk-key");
        shell.environment().put("CARRIER_KEY", "paket-key");
        Process process = shell.redirectErrorStream(true).start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(line).isZero();
        return answer;
    }

    /** With plain line ends, and without the one thing that differs each time. */
    private static String settled(String text) {
        return EXCHANGE.matcher(text.replace("\r\n", "\n")).replaceAll("ID").stripTrailing();
    }

    @Test
    void thePushShownIsWhatArrives() throws Exception {
        // Given
        Block shown = blocks().stream()
                .filter(block -> block.info().equals("http request"))
                .findFirst()
                .orElseThrow();

        // When
        try (Caller caller = gateway.shop()) {
            caller.ask(
                    "POST",
                    "/lists/news/members",
                    CUSTOMERS.replace(",\"next\":\"p-2\"", ""),
                    SHOP,
                    "Content-Type: application/json");
        }

        // Then
        ScriptedUpstream.Request arrived = shop.requests().get(0);
        assertThat((arrived.head() + arrived.bodyText()).replace("\r\n", "\n"))
                .isEqualTo(shown.text()
                        .replace("api.mailwerk.example", "127.0.0.1:" + shop.port())
                        .stripTrailing());
    }

    @Test
    void theTableHasEveryProblemThatAPartnerCanGet() throws Exception {
        // Given
        Map<String, String> expected = new TreeMap<>();
        EnumSet.complementOf(EnumSet.copyOf(NOT_FOR_PARTNERS))
                .forEach(failure -> expected.put(
                        failure.code(),
                        failure == Failure.UPSTREAM_REFUSED
                                ? "the shop's own, from 400 on; 502 for 401 and 407"
                                : String.valueOf(failure.status())));

        // When
        Map<String, String> told = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(PAGE));
        while (row.find()) {
            Matcher code = CODE.matcher(row.group(1));
            while (code.find()) {
                told.put(code.group(1), row.group(2));
            }
        }

        // Then
        assertThat(told).isEqualTo(expected);
    }
}
