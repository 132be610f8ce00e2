package dev.sluice.policy;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.sluice.policy.condition.Attribute;
import dev.sluice.policy.condition.Fact;
import dev.sluice.policy.condition.Term;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.transform.Transform;
import java.util.Set;

/** The directions between the rooms of this module, and the habits that hold in all of them. */
@AnalyzeClasses(packages = "dev.sluice.policy", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> SEALED =
            DescribedPredicate.describe("sealed", type -> type.reflect().isSealed());

    private static final Set<Class<?>> DECLARED = Set.of(Fact.class, Attribute.class);

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.sluice.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule roomsImportLowerRoomsOnly = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.sluice.policy..")
            .withOptionalLayers(true)
            .layer("field")
            .definedBy("dev.sluice.policy.field..")
            .layer("diagnostic")
            .definedBy("dev.sluice.policy.diagnostic..")
            .layer("vocabulary")
            .definedBy("dev.sluice.policy.vocabulary..")
            .layer("shape")
            .definedBy("dev.sluice.policy.shape..")
            .layer("schema")
            .definedBy("dev.sluice.policy.schema..")
            .layer("yaml")
            .definedBy("dev.sluice.policy.yaml..")
            .layer("model")
            .definedBy("dev.sluice.policy.model..")
            .layer("decision")
            .definedBy("dev.sluice.policy.decision..")
            .layer("form")
            .definedBy("dev.sluice.policy.form..")
            .layer("condition")
            .definedBy("dev.sluice.policy.condition..")
            .layer("transform")
            .definedBy("dev.sluice.policy.transform..")
            .layer("parse")
            .definedBy("dev.sluice.policy.parse..")
            .layer("validate")
            .definedBy("dev.sluice.policy.validate..")
            .layer("evaluate")
            .definedBy("dev.sluice.policy.evaluate..")
            .layer("compile")
            .definedBy("dev.sluice.policy.compile..")
            .layer("words")
            .definedBy("dev.sluice.policy.words..")
            .layer("world")
            .definedBy("dev.sluice.policy.world..")
            .layer("proof")
            .definedBy("dev.sluice.policy.proof..")
            .layer("compare")
            .definedBy("dev.sluice.policy.compare..")
            .layer("repository")
            .definedBy("dev.sluice.policy.repository..")
            .whereLayer("repository")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("proof")
            .mayOnlyBeAccessedByLayers("repository")
            .whereLayer("compare")
            .mayOnlyBeAccessedByLayers("repository")
            .whereLayer("world")
            .mayOnlyBeAccessedByLayers("proof", "compare", "repository")
            .whereLayer("compile")
            .mayOnlyBeAccessedByLayers("world", "proof", "compare", "repository")
            .whereLayer("evaluate")
            .mayOnlyBeAccessedByLayers(
                    "condition", "parse", "validate", "compile", "world", "proof", "compare", "repository")
            .whereLayer("condition")
            .mayOnlyBeAccessedByLayers("parse", "validate", "compile", "words", "world", "proof")
            .whereLayer("transform")
            .mayOnlyBeAccessedByLayers("parse", "validate", "compile", "compare")
            .whereLayer("transform")
            .mayOnlyAccessLayers("form", "field", "model", "yaml", "shape", "vocabulary", "diagnostic")
            .whereLayer("validate")
            .mayOnlyBeAccessedByLayers("compile", "repository")
            .whereLayer("parse")
            .mayOnlyBeAccessedByLayers("compile", "repository")
            .whereLayer("schema")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("shape")
            .mayOnlyBeAccessedByLayers("yaml", "condition", "transform", "parse", "schema")
            .whereLayer("yaml")
            .mayOnlyBeAccessedByLayers("condition", "transform", "parse", "repository")
            .whereLayer("field")
            .mayOnlyBeAccessedByLayers(
                    "decision",
                    "form",
                    "evaluate",
                    "condition",
                    "transform",
                    "validate",
                    "compile",
                    "world",
                    "proof",
                    "compare",
                    "repository")
            .whereLayer("diagnostic")
            .mayNotAccessAnyLayer()
            .whereLayer("field")
            .mayNotAccessAnyLayer()
            .whereLayer("vocabulary")
            .mayOnlyAccessLayers("diagnostic")
            .whereLayer("shape")
            .mayNotAccessAnyLayer()
            .whereLayer("schema")
            .mayOnlyAccessLayers("shape", "vocabulary", "diagnostic")
            .whereLayer("yaml")
            .mayOnlyAccessLayers("shape", "diagnostic")
            .whereLayer("model")
            .mayOnlyAccessLayers("diagnostic", "vocabulary")
            .whereLayer("words")
            .mayOnlyAccessLayers("condition", "model", "vocabulary", "diagnostic")
            .whereLayer("form")
            .mayOnlyAccessLayers("field", "vocabulary", "diagnostic");

    @ArchTest
    static final ArchRule leavesAreTerms = classes()
            .that()
            .implement(Condition.Leaf.class)
            .and()
            .areNotInterfaces()
            .should()
            .beAssignableTo(Term.class)
            .andShould()
            .beRecords();

    @ArchTest
    static final ArchRule conditionsAreNotToldApart = noClasses()
            .that()
            .resideOutsideOfPackage("dev.sluice.policy.condition..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "terms other than those that catalogs declare",
                    type -> type.isRecord() && type.isAssignableTo(Term.class) && !DECLARED.contains(type.reflect())))
            .because("what there is to say of a condition stands in its file");

    @ArchTest
    static final ArchRule formLeavesAreTransforms = classes()
            .that()
            .implement(FormSpec.Leaf.class)
            .and()
            .areNotInterfaces()
            .should()
            .beAssignableTo(Transform.class)
            .andShould()
            .beRecords();

    @ArchTest
    static final ArchRule formsAreNotToldApart = noClasses()
            .that()
            .resideOutsideOfPackage("dev.sluice.policy.transform..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "transforms", type -> type.isRecord() && type.isAssignableTo(Transform.class)))
            .because("what there is to say of a form stands in its file");

    @ArchTest
    static final ArchRule policyKnowsNoNetworkAndNoCommandLine = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.netty..", "dev.sluice.gateway..", "picocli..", "io.micrometer..", "java.net.http..");

    @ArchTest
    static final ArchRule fieldKnowsTheJdkOnly = classes()
            .that()
            .resideInAPackage("dev.sluice.policy.field..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "dev.sluice.policy.field..");

    @ArchTest
    static final ArchRule onlyYamlReadsYaml = noClasses()
            .that()
            .resideOutsideOfPackage("dev.sluice.policy.yaml..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml..");

    @ArchTest
    static final ArchRule namesAreNouns = noClasses()
            .should()
            .haveNameMatching(".*\\.(Base[A-Z]\\w*|\\w*(Util|Utils|Helper|Manager|Impl))(\\$.*)?")
            .orShould()
            .resideInAnyPackage("..util..", "..common..", "..internal..", "..impl..");

    @ArchTest
    static final ArchRule publicClassesAreFinalOrSealed = classes()
            .that()
            .arePublic()
            .and()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .areNotAssignableTo(Throwable.class)
            .and(DescribedPredicate.not(SEALED))
            .should()
            .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule valuesDoNotChange = fields().that()
            .areDeclaredInClassesThat(resideInAPackage("dev.sluice.policy.field..")
                    .or(resideInAPackage("dev.sluice.policy.decision.."))
                    .or(resideInAPackage("dev.sluice.policy.model.."))
                    .or(resideInAPackage("dev.sluice.policy.condition.."))
                    .or(resideInAPackage("dev.sluice.policy.transform.."))
                    .and(DescribedPredicate.describe("records and enums", type -> type.isRecord() || type.isEnum())))
            .and(DescribedPredicate.not(nameMatching(".*\\$VALUES")))
            .should()
            .beFinal();
}
