package org.peyvand.api;

import java.util.Arrays;
import java.util.Collection;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.peyvand.api.NearAndFar.Scope;

/**
 * Every type of the metadata by every reach of a role, through every call that could tell of a record or change one. A new
 * type is in here by being in the metadata.
 */
class VisibilityByEveryDoorTest {

    private static final NearAndFar world = new NearAndFar();

    @TestFactory
    Collection<DynamicTest> everyTypeByEveryScope() {
        return world.types().stream()
                .flatMap(type -> Arrays.stream(Scope.values())
                        .map(scope -> DynamicTest.dynamicTest(
                                type.path("name").asString() + " by " + scope,
                                () -> check(new Standpoint(world, type, scope)))))
                .toList();
    }

    private static void check(Standpoint standpoint) {
        new ReadingDoors(standpoint).check();
        new CarryingDoors(standpoint).check();
        new WritingDoors(standpoint).check();
    }
}
