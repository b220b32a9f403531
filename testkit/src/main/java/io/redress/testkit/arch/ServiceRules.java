package io.redress.testkit.arch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The layers inside a service, and what must not be done anywhere in one. A service's own test names its package and
 * includes these rules:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "io.redress.penalties", importOptions = ImportOption.DoNotIncludeTests.class)
 * class ArchitectureTest {
 *     @ArchTest
 *     static final ArchTests RULES = ArchTests.in(ServiceRules.class);
 * }
 * }</pre>
 */
public final class ServiceRules {

    private static final String[] ROWS = {"io.vertx.sqlclient..", "io.vertx.pgclient.."};

    private static final String[] JSON = {"io.vertx.core.json..", "com.fasterxml.jackson.databind.."};

    @ArchTest
    static final ArchRule DOMAIN_KNOWS_THE_JDK_AND_OUTCOMES_ONLY = classes()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "..domain..", "io.redress.kit.outcome.."))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule USE_CASES_KNOW_NO_EDGE = noClasses()
            .that()
            .resideInAPackage("..app..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "..api..",
                            "..store..",
                            "..messaging",
                            "..client..",
                            "io.vertx.ext..",
                            "io.vertx.kafka..",
                            "org.apache.kafka..")
                    .and(JavaClass.Predicates.resideOutsideOfPackage("io.redress.kit..")))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ROWS_STAY_IN_THE_STORES = noClasses()
            .that()
            .resideOutsideOfPackage("..store..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(ROWS));

    @ArchTest
    static final ArchRule JSON_STAYS_AT_THE_EDGES = noClasses()
            .that()
            .resideInAnyPackage("..app..", "..domain..", "..store..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(JSON))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule STORES_KNOW_NO_EDGE = noClasses()
            .that()
            .resideInAPackage("..store..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.redress..api..", "io.redress..client.."))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ROUTING_STAYS_IN_THE_KIT = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("io.vertx.ext.web..")
                    .and(JavaClass.Predicates.resideOutsideOfPackage("io.vertx.ext.web.client..")));

    @ArchTest
    static final ArchRule KAFKA_STAYS_IN_THE_KIT =
            noClasses().should().dependOnClassesThat(resideInAnyPackage("io.vertx.kafka..", "org.apache.kafka.."));

    @ArchTest
    static final ArchTests EVERYWHERE = ArchTests.in(EverywhereRules.class);

    private ServiceRules() {}
}
