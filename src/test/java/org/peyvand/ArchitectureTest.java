package org.peyvand;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/** House rules that the compiler cannot check. */
@AnalyzeClasses(packages = "org.peyvand", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule logsThroughSlf4jOnly = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    /** The two commands that talk to a terminal are the exception. */
    @ArchTest
    static final ArchRule printsNothing = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Command")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|DTO)")
            .because("such a name says nothing; name the thing or the deed");

    @ArchTest
    static final ArchRule injectsByConstructor =
            GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION.allowEmptyShould(true);

    @ArchTest
    static final ArchRule sqlStaysWithTheEngineAndTheServices = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.peyvand",
                    "org.peyvand.database..",
                    "org.peyvand.record..",
                    "org.peyvand.setting..",
                    "org.peyvand.access..",
                    "org.peyvand.search..",
                    "org.peyvand.file..",
                    "org.peyvand.job..",
                    "org.peyvand.notice..",
                    "org.peyvand.exchange..")
            .and()
            .doNotHaveFullyQualifiedName("org.peyvand.api.Idempotency")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jooq..", "java.sql..", "javax.sql..", "org.springframework.jdbc..")
            .because("every read and write of a record goes through the one gate of its kind");

    /** The search for annotations in every method of every bean is off. */
    @ArchTest
    static final ArchRule beginsTransactionsInCode = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.springframework.transaction.annotation.Transactional")
            .because("nothing would begin a transaction there; use a TransactionTemplate");

    @ArchTest
    static final ArchRule noMutableStatics = noFields()
            .that()
            .areStatic()
            .should()
            .notBeFinal()
            .because("state belongs to an object or to the database")
            .allowEmptyShould(true);
}
