package io.redress.gateway;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.redress.testkit.arch.EverywhereRules;

/** The gateway proxies, so it has routing where services have none; everything else holds for it too. */
@AnalyzeClasses(packages = "io.redress.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests RULES = ArchTests.in(EverywhereRules.class);
}
