package dev.sluice.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
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

/** The directions between the rooms of this module, and the habits that hold in all of them. */
@AnalyzeClasses(packages = "dev.sluice.gateway", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> SEALED =
            DescribedPredicate.describe("sealed", type -> type.reflect().isSealed());

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.sluice.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule roomsImportLowerRoomsOnly = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.sluice.gateway..")
            .withOptionalLayers(true)
            .layer("failure")
            .definedBy("dev.sluice.gateway.failure..")
            .layer("metrics")
            .definedBy("dev.sluice.gateway.metrics..")
            .layer("json")
            .definedBy("dev.sluice.gateway.json..")
            .layer("drift")
            .definedBy("dev.sluice.gateway.drift..")
            .layer("config")
            .definedBy("dev.sluice.gateway.config..")
            .layer("partner")
            .definedBy("dev.sluice.gateway.partner..")
            .layer("route")
            .definedBy("dev.sluice.gateway.route..")
            .layer("enforce")
            .definedBy("dev.sluice.gateway.enforce..")
            .layer("upstream")
            .definedBy("dev.sluice.gateway.upstream..")
            .layer("warmup")
            .definedBy("dev.sluice.gateway.warmup..")
            .layer("bundle")
            .definedBy("dev.sluice.gateway.bundle..")
            .layer("shadow")
            .definedBy("dev.sluice.gateway.shadow..")
            .layer("admin")
            .definedBy("dev.sluice.gateway.admin..")
            .layer("proxy")
            .definedBy("dev.sluice.gateway.proxy..")
            .layer("server")
            .definedBy("dev.sluice.gateway.server..")
            .layer("app")
            .definedBy("dev.sluice.gateway.app..")
            .layer("demo")
            .definedBy("dev.sluice.gateway.demo..")
            .layer("explanation")
            .definedBy("dev.sluice.gateway.explanation..")
            .layer("comparison")
            .definedBy("dev.sluice.gateway.comparison..")
            .layer("overview")
            .definedBy("dev.sluice.gateway.overview..")
            .layer("scenario")
            .definedBy("dev.sluice.gateway.scenario..")
            .layer("draft")
            .definedBy("dev.sluice.gateway.draft..")
            .layer("cli")
            .definedBy("dev.sluice.gateway.cli..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("explanation")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("comparison")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("overview")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("draft")
            .mayNotAccessAnyLayer()
            .whereLayer("scenario")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("demo")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("app")
            .mayOnlyBeAccessedByLayers("demo", "cli")
            .whereLayer("server")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("warmup")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("proxy")
            .mayOnlyBeAccessedByLayers("server", "app")
            .whereLayer("upstream")
            .mayOnlyBeAccessedByLayers("proxy", "server", "app")
            .whereLayer("enforce")
            .mayOnlyBeAccessedByLayers(
                    "bundle",
                    "shadow",
                    "admin",
                    "proxy",
                    "server",
                    "app",
                    "demo",
                    "scenario",
                    "explanation",
                    "cli",
                    "warmup")
            .whereLayer("bundle")
            .mayOnlyBeAccessedByLayers("admin", "app", "cli")
            .whereLayer("shadow")
            .mayOnlyBeAccessedByLayers("admin", "app")
            .whereLayer("admin")
            .mayOnlyBeAccessedByLayers("server", "app")
            .whereLayer("failure")
            .mayNotAccessAnyLayer()
            .whereLayer("json")
            .mayNotAccessAnyLayer()
            .whereLayer("drift")
            .mayNotAccessAnyLayer()
            .whereLayer("metrics")
            .mayOnlyAccessLayers("failure")
            .whereLayer("config")
            .mayOnlyAccessLayers("failure");

    @ArchTest
    static final ArchRule engineKnowsTheCompiledFieldsOnly = classes()
            .that()
            .resideInAPackage("dev.sluice.gateway.json..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "dev.sluice.policy.field..", "dev.sluice.gateway.json..");

    @ArchTest
    static final ArchRule nettyStaysAtTheEdge = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.sluice.gateway.server..",
                    "dev.sluice.gateway.admin..",
                    "dev.sluice.gateway.proxy..",
                    "dev.sluice.gateway.upstream..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.netty..");

    @ArchTest
    static final ArchRule onlyTheCommandLineUsesPicocli = noClasses()
            .that()
            .resideOutsideOfPackage("dev.sluice.gateway.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule onlyMetricsUsesMicrometer = noClasses()
            .that()
            .resideOutsideOfPackages("dev.sluice.gateway.metrics..", "dev.sluice.gateway.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..");

    @ArchTest
    static final ArchRule nobodyReadsYamlByItself =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.snakeyaml..");

    @ArchTest
    static final ArchRule enforcementKnowsDecisionsOnly = noClasses()
            .that()
            .resideInAPackage("dev.sluice.gateway.enforce..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.sluice.policy.model..",
                    "dev.sluice.policy.parse..",
                    "dev.sluice.policy.validate..",
                    "dev.sluice.policy.compile..",
                    "dev.sluice.policy.repository..");

    @ArchTest
    static final ArchRule conditionsAreNotToldApart =
            noClasses().should().dependOnClassesThat().resideInAPackage("dev.sluice.policy.condition..");

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
}
