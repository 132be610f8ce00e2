package dev.sluice.gateway.demo;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * The scenes over and over, without a printout: from such a run a JVM learns which classes to keep in an archive. Pulls are
 * long documents, pushes short ones.
 */
final class Rehearsal {

    private static final int COPIES = 200;

    private final DemoFiles files;
    private final DemoConfig config;
    private final Caller caller;

    Rehearsal(DemoFiles files, DemoConfig config, Caller caller) {
        this.files = files;
        this.config = config;
        this.caller = caller;
    }

    /**
     * Plays for about as long as {@code length}. Returns what was answered otherwise than by a success, if anything
     * was.
     */
    Optional<String> play(Duration length) throws IOException, InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            for (Scene scene : Scene.ALL) {
                int status = exchange(scene).statusCode();
                if (status >= 300) {
                    return Optional.of("`" + scene.path() + "` was answered with " + status);
                }
            }
        }
        return Optional.empty();
    }

    private HttpResponse<byte[]> exchange(Scene scene) throws IOException, InterruptedException {
        return scene.push()
                ? caller.post(config.shopUrl() + scene.path(), DemoConfig.SHOP_KEY, files.sample(scene.catalog()))
                : caller.get(config.partnersUrl() + scene.path(), scene.key());
    }

    /** The document with everything that it lists at its top {@value COPIES} times. */
    static byte[] lengthened(byte[] document) {
        JsonMapper mapper = new JsonMapper();
        JsonNode read = mapper.readTree(document);
        if (read instanceof ArrayNode list) {
            repeat(list);
        }
        for (JsonNode member : read) {
            if (member instanceof ArrayNode list) {
                repeat(list);
            }
        }
        return mapper.writeValueAsBytes(read);
    }

    private static void repeat(ArrayNode list) {
        ArrayNode once = list.deepCopy();
        for (int copy = 1; copy < COPIES; copy++) {
            list.addAll(once);
        }
    }
}
