package dev.sluice.gateway.config;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A file in PEM (RFC 7468): labelled blocks, with anything between them. Never prints what it holds.
 *
 * @param name as the gateway's file names it
 */
record PemFile(String name, List<Block> blocks) {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String PRIVATE_KEY = "PRIVATE KEY";

    PemFile {
        blocks = List.copyOf(blocks);
    }

    static PemFile of(String name, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return new PemFile(
                name, BLOCK.matcher(text).results().map(PemFile::block).toList());
    }

    private static Block block(MatchResult found) {
        return new Block(found.group(1), found.group(2));
    }

    List<Block> certificates() {
        return blocks.stream()
                .filter(block -> block.label().contains(CERTIFICATE))
                .toList();
    }

    /** The first private key: no reader of such files looks at another. */
    Optional<Block> key() {
        return blocks.stream()
                .filter(block -> block.label().endsWith(PRIVATE_KEY))
                .findFirst();
    }

    @Override
    public String toString() {
        return "PemFile[" + name + "]";
    }

    /** @param body what stands between the two lines with the label */
    record Block(String label, String body) {

        /** What the block encodes; nothing if it is no base64. */
        Optional<byte[]> der() {
            try {
                return Optional.of(Base64.getDecoder().decode(body.strip().replaceAll("[\\r\\n]", "")));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return "Block[" + label + "]";
        }
    }
}
