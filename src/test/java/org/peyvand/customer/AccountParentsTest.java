package org.peyvand.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.peyvand.record.StoredRecord;
import org.peyvand.testing.TestContext;
import org.peyvand.testing.TestPending;

class AccountParentsTest {

    @Test
    void refusesARingThroughStandingAccounts() {
        var moved = TestPending.update();
        var child = account(moved.id());
        var grandchild = account(child.id());
        moved.writing(Account.PARENT, grandchild.id());

        new AccountParents().apply(TestContext.of(moved).with(child, grandchild));

        assertThat(moved.problems()).containsExactly("parent: parent-cycle");
    }

    @Test
    void refusesARingWithinOneBatch() {
        var one = TestPending.update();
        var other = TestPending.update();
        one.writing(Account.PARENT, other.id());
        other.writing(Account.PARENT, one.id());

        new AccountParents().apply(TestContext.of(one, other));

        assertThat(one.problems()).isNotEmpty();
        assertThat(other.problems()).isNotEmpty();
    }

    @Test
    void refusesToStandBelowItself() {
        var moved = TestPending.update();
        moved.writing(Account.PARENT, moved.id());

        new AccountParents().apply(TestContext.of(moved));

        assertThat(moved.problems()).containsExactly("parent: parent-cycle");
    }

    @Test
    void asksOncePerLevelForAWholeBatch() {
        var top = account(null);
        var middle = account(top.id());
        var one = TestPending.create().writing(Account.PARENT, middle.id());
        var other = TestPending.create().writing(Account.PARENT, middle.id());
        var context = TestContext.of(one, other).with(top, middle);

        new AccountParents().apply(context);

        assertThat(one.problems()).isEmpty();
        assertThat(context.statements()).isEqualTo(2);
    }

    private static StoredRecord account(@Nullable UUID parent) {
        var values = new HashMap<String, @Nullable Object>();
        values.put(Account.PARENT.name(), parent);
        return new StoredRecord(Account.TYPE, UUID.randomUUID(), 1, false, values);
    }
}
