package dev.granary.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom: ARCHITECTURE.md's directions, held. */
@AnalyzeClasses(packages = "dev.granary", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

    private static final String HARVESTER = "dev.granary.harvester..";
    private static final String QUERY = "dev.granary.query..";
    private static final String EMULATOR = "dev.granary.emulator..";
    private static final String CHANGELOG = "dev.granary.changelog..";
    private static final String STANDALONE = "dev.granary.standalone..";
    private static final String[] SHARED = {
        "dev.granary.model..",
        "dev.granary.content..",
        "dev.granary.secrets..",
        "dev.granary.registry..",
        "dev.granary.sqlserver..",
        "dev.granary.cache.."
    };

    @ArchTest
    static final ArchRule theHarvesterAndTheQueryServiceDoNotKnowEachOther = noClasses()
            .that()
            .resideInAPackage(HARVESTER)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(QUERY, EMULATOR, CHANGELOG, STANDALONE);

    @ArchTest
    static final ArchRule theQueryServiceKnowsOnlyWhatIsShared = noClasses()
            .that()
            .resideInAPackage(QUERY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(HARVESTER, EMULATOR, CHANGELOG, STANDALONE);

    @ArchTest
    static final ArchRule whatIsSharedKnowsNoModuleAboveIt = noClasses()
            .that()
            .resideInAnyPackage(SHARED)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(HARVESTER, QUERY, EMULATOR, CHANGELOG, STANDALONE);

    @ArchTest
    static final ArchRule theEmulatorAndTheChangelogKnowNothingOfOurs = noClasses()
            .that()
            .resideInAnyPackage(EMULATOR, CHANGELOG)
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "belong to another module of ours",
                    type -> type.getPackageName().startsWith("dev.granary.")
                            && !type.getPackageName().startsWith("dev.granary.emulator")
                            && !type.getPackageName().startsWith("dev.granary.changelog")));

    @ArchTest
    static final ArchRule theModelDependsOnNothingButItself = classes()
            .that()
            .resideInAPackage("dev.granary.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.granary.model..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule theRoomsOfSharedModelFormNoCycles = slices().matching(
                    "dev.granary.(model|content|secrets|registry|sqlserver|cache)..")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule theRoomsOfTheQueryServiceFormNoCycles =
            slices().matching("dev.granary.query.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theRoomsOfTheHarvesterFormNoCycles =
            slices().matching("dev.granary.harvester.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theRoomsOfTheEmulatorFormNoCycles =
            slices().matching("dev.granary.emulator.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule h2StaysInOneRoom = noClasses()
            .that()
            .resideOutsideOfPackage("dev.granary.emulator.h2..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.h2..");

    @ArchTest
    static final ArchRule nothingIsMocked =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.mockito..");
}
