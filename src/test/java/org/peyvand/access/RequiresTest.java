package org.peyvand.access;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.springframework.web.bind.annotation.RequestMapping;

/** No page and no call without a word on who may use it. */
@AnalyzeClasses(packages = "org.peyvand", importOptions = ImportOption.DoNotIncludeTests.class)
class RequiresTest {

    @ArchTest
    static final ArchRule everyHandlerDeclaresWhomItRequires = methods()
            .that()
            .areAnnotatedWith(RequestMapping.class)
            .or()
            .areMetaAnnotatedWith(RequestMapping.class)
            .should(declareWhomTheyRequire())
            .allowEmptyShould(true);

    private static ArchCondition<JavaMethod> declareWhomTheyRequire() {
        return new ArchCondition<>("be annotated with @Requires, or their class") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean declared = method.isAnnotatedWith(Requires.class)
                        || method.getOwner().isAnnotatedWith(Requires.class);
                if (!declared) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                }
            }
        };
    }
}
