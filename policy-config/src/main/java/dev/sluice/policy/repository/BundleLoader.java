package dev.sluice.policy.repository;

import dev.sluice.policy.compile.BundleCompiler;
import dev.sluice.policy.compile.BundlePlans;
import dev.sluice.policy.decision.PolicyVersion;
import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.diagnostic.Problem;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.diagnostic.SourceText;
import dev.sluice.policy.form.KeyRing;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.parse.BundleParser;
import dev.sluice.policy.proof.InvariantProof;
import dev.sluice.policy.validate.BundleValidator;
import dev.sluice.policy.yaml.LineReader;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Loads a bundle from its directory: read, parse, check. Whole or not at all (semantics B14), with every problem at
 * once.
 */
public final class BundleLoader {

    private final Clock clock;

    /** @param clock tells which reviews are overdue; days are in UTC */
    public BundleLoader(Clock clock) {
        this.clock = clock;
    }

    /** @throws InvalidBundleException with every problem, if one of them is an error */
    public LoadedBundle load(Path directory) throws InvalidBundleException {
        return load(BundleSnapshot.read(directory));
    }

    /** @throws InvalidBundleException with every problem, if one of them is an error */
    public LoadedBundle load(BundleSnapshot snapshot) throws InvalidBundleException {
        Read read = read(snapshot);
        if (read.problems().hasErrors()) {
            throw new InvalidBundleException(read.problems().sorted(), read.sources());
        }
        return loaded(snapshot, read);
    }

    private static LoadedBundle loaded(BundleSnapshot snapshot, Read read) {
        PolicyVersion version = VersionDigest.of(snapshot, read.model());
        return new LoadedBundle(read.model(), version, read.problems().sorted(), read.sources());
    }

    /** What the files say, and what is wrong with it. @param all whether every file could be read to its end */
    private record Read(Bundle model, boolean all, Problems problems, Map<String, SourceText> sources) {}

    private Read read(BundleSnapshot snapshot) {
        Problems problems = new Problems();
        snapshot.problems().forEach(problems::add);
        Map<String, SourceText> sources = new HashMap<>();
        List<YamlNode> documents = new ArrayList<>();
        YamlReader reader = new YamlReader(problems);
        snapshot.files().forEach((name, bytes) -> {
            if (BundleFiles.isNamed(name)) {
                return;
            }
            YamlReader.YamlFile file = reader.read(name, bytes);
            file.source().ifPresent(source -> sources.put(name, source));
            documents.addAll(file.documents());
        });
        LineReader lines = new LineReader(problems);
        Function<String, Optional<SourceText>> lists = name -> {
            byte[] bytes = BundleFiles.isNamed(name) ? snapshot.files().get(name) : null;
            Optional<SourceText> text = bytes == null ? Optional.empty() : lines.read(name, bytes);
            text.ifPresent(source -> sources.put(name, source));
            return text;
        };
        boolean allRead = !problems.hasErrors();
        Bundle model = new BundleParser(problems, lists).parse(documents);
        snapshot.lookalikes().stream()
                .filter(name -> !sources.containsKey(name))
                .forEach(name -> problems.warning(
                        "ignored-file",
                        new SourceLocation(name, 1, 1),
                        "the file is not read (expected: a name that ends in `.yaml` or `.yml`)",
                        "rename it if its policies shall count; move it out of the bundle if not"));
        new BundleValidator(problems, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)).validate(model, allRead);
        if (allRead && model.saysNothing() && !problems.hasErrors()) {
            problems.error(
                    "no-bundle",
                    new SourceLocation(snapshot.files().firstKey(), 1, 1),
                    "the bundle's files say nothing (expected: catalogs, partners and policies)",
                    "each document begins with its kind, such as `kind: Catalog`");
        }
        return new Read(model, allRead, problems, sources);
    }

    /**
     * Loads a bundle and compiles it.
     *
     * @param keys what keyed forms are made with; the bundle only names them
     * @throws InvalidBundleException with every problem, if one of them is an error
     */
    public ReadyBundle prepare(Path directory, KeyRing keys) throws InvalidBundleException {
        ReadyBundle ready = prepare(BundleSnapshot.read(directory), keys);
        Problems missing = new Problems();
        ScenarioFiles.check(directory, ready.loaded().model(), missing);
        return ready.with(missing.sorted());
    }

    /**
     * Loads the files of a snapshot and compiles them.
     *
     * @param keys what keyed forms are made with; the bundle only names them
     * @throws InvalidBundleException with every problem, if one of them is an error
     */
    public ReadyBundle prepare(BundleSnapshot snapshot, KeyRing keys) throws InvalidBundleException {
        Read read = read(snapshot);
        if (read.problems().hasErrors()) {
            Problems all =
                    read.all() ? SoundPart.withProblemsBetween(read.model(), keys, read.problems()) : read.problems();
            throw new InvalidBundleException(all.sorted(), read.sources());
        }
        LoadedBundle loaded = loaded(snapshot, read);
        Problems problems = new Problems();
        Optional<BundlePlans> plans =
                BundleCompiler.plans(loaded.model(), keys, problems).filter(made -> proven(made, problems));
        List<Problem> all = new ArrayList<>(loaded.warnings());
        all.addAll(problems.sorted());
        all.sort(Comparator.comparing(Problem::location).thenComparing(Problem::code));
        if (plans.isEmpty()) {
            throw new InvalidBundleException(all, loaded.sources());
        }
        return new ReadyBundle(loaded, plans.get(), plans.get().decisions(loaded.version()), all);
    }

    private boolean proven(BundlePlans plans, Problems problems) {
        InvariantProof.prove(plans, clock.instant(), problems);
        return !problems.hasErrors();
    }
}
