package dev.sluice.gateway.config;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.yaml.YamlScalar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Files that the gateway's file names, relative to it. What they hold is never printed. */
final class NearbyFiles {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{file:([^{}]+)}");
    private static final long LARGEST_SECRET = 64 * 1024;
    /** All authorities that a system knows are a quarter of this. */
    private static final long LARGEST_PEM = 1024 * 1024;

    private final Path directory;
    private final Problems problems;

    NearbyFiles(Path directory, Problems problems) {
        this.directory = directory;
        this.problems = problems;
    }

    /** The same directory, its problems told elsewhere. */
    NearbyFiles telling(Problems other) {
        return new NearbyFiles(directory, other);
    }

    Path resolve(String name) {
        return directory.resolve(name).normalize();
    }

    /** A file of certificates or of a key. */
    Optional<PemFile> pem(YamlScalar name) {
        return bytes(name.text(), name.location(), LARGEST_PEM).map(bytes -> PemFile.of(name.text(), bytes));
    }

    /** A file's bytes. */
    Optional<byte[]> bytes(String name, SourceLocation location) {
        return bytes(name, location, LARGEST_SECRET);
    }

    private Optional<byte[]> bytes(String name, SourceLocation location, long most) {
        Path path = resolve(name);
        try {
            if (Files.isDirectory(path)) {
                refuse(location, "`" + name + "` is a directory (expected: a file)", null);
                return Optional.empty();
            }
            long size = Files.size(path);
            if (size <= most) {
                return Optional.of(Files.readAllBytes(path));
            }
            refuse(location, "`" + name + "` has " + size + " bytes (expected: at most " + most + ")", null);
        } catch (NoSuchFileException e) {
            refuse(location, unreadable(name, e), "paths are relative to the directory of this file");
        } catch (IOException e) {
            refuse(location, unreadable(name, e), null);
        }
        return Optional.empty();
    }

    private void refuse(SourceLocation location, String message, @Nullable String help) {
        problems.error("unreadable-file", location, message, help);
    }

    /** Says that a file cannot be read, and why as far as the system says so. */
    static String unreadable(String name, IOException cause) {
        String why = "";
        if (cause instanceof NoSuchFileException) {
            why = ": there is no such file";
        } else if (cause instanceof AccessDeniedException) {
            why = ": its permissions keep this user out (expected: the right to read it and to pass its directories)";
        }
        return "cannot read the file `" + name + "`" + why;
    }

    /** A file's text without its last line end. */
    Optional<String> text(String name, SourceLocation location) {
        return bytes(name, location).map(bytes -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (text.endsWith("\r\n")) {
                return text.substring(0, text.length() - 2);
            }
            return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        });
    }

    /** A text with every <code>${file:…}</code> in it replaced by that file's text. */
    Optional<String> expand(YamlScalar scalar) {
        if (REFERENCE.matcher(scalar.text()).replaceAll(" ").contains("${")) {
            problems.error(
                    "wrong-value",
                    scalar.location(),
                    "`value` holds a `${` that begins no `${file:NAME}` (expected: each `${` to name a file)",
                    "nothing but files can be named, and each name ends with `}`");
            return Optional.empty();
        }
        Matcher matcher = REFERENCE.matcher(scalar.text());
        StringBuilder out = new StringBuilder();
        boolean complete = true;
        while (matcher.find()) {
            Optional<String> text = text(matcher.group(1), scalar.location());
            complete &= text.isPresent();
            matcher.appendReplacement(out, Matcher.quoteReplacement(text.orElse("")));
        }
        matcher.appendTail(out);
        return complete ? Optional.of(out.toString()) : Optional.empty();
    }
}
