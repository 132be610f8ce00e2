package dev.sluice.policy.parse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.sluice.policy.diagnostic.Problem;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlReader;
import java.util.List;

/** Any bytes are a bundle or a list of problems with places, never an exception. */
final class BundleParserFuzzer {

    @FuzzTest(maxDuration = "3m")
    void everyFileIsABundleOrProblemsWithPlaces(byte[] file) {
        Problems problems = new Problems();
        List<YamlNode> documents =
                new YamlReader(problems).read("fuzz.yaml", file).documents();
        new BundleParser(problems).parse(documents);
        for (Problem problem : problems.sorted()) {
            if (problem.location().line() < 1 || problem.location().column() < 1) {
                throw new IllegalStateException("a problem without a place: " + problem.code());
            }
        }
    }
}
