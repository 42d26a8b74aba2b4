package org.peyvand.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.record.Actor;
import org.peyvand.record.Refusal;
import org.peyvand.testing.TestDatabase;

@Tag("database")
class FilesTest {

    private static final TestDatabase database = TestDatabase.fresh();
    private static final int MB = 1 << 20;
    private final Files files = new Files(database.sql(), 5L * MB);
    private final Actor owner = actor();

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void givesBackEveryByte() throws IOException {
        for (int size : new int[] {0, 1, MB - 1, MB, MB + 1, 3 * MB + 7}) {
            byte[] bytes = new byte[size];
            new Random(size).nextBytes(bytes);

            StoredFile stored = files.store(owner, "a.csv", "text/csv", new ByteArrayInputStream(bytes));

            assertThat(stored.size()).isEqualTo(size);
            assertThat(files.open(owner, stored.id()).readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void isItsOwnersAlone() {
        StoredFile stored = files.store(owner, "a.csv", "text/csv", new ByteArrayInputStream(new byte[3]));

        assertThat(files.find(actor(), stored.id())).isEmpty();
        assertThatThrownBy(() -> files.open(actor(), stored.id())).isInstanceOf(Refusal.NotFound.class);
        assertThat(files.find(Actor.system(), stored.id())).isPresent();
    }

    @Test
    void refusesWhatIsTooLargeAndKeepsNothingOfIt() {
        Actor another = actor();

        assertThatThrownBy(
                        () -> files.store(another, "a.csv", "text/csv", new ByteArrayInputStream(new byte[5 * MB + 1])))
                .isInstanceOf(Refusal.Invalid.class);

        assertThat(database.sql().fetchValue("select count(*) from file where created_by = ?", another.user()))
                .isEqualTo(0L);
    }

    @Test
    void keepsOnlyTheLastPartOfAPathAsName() {
        StoredFile stored =
                files.store(owner, "C:\\Users\\x\\مشتری\r\n.csv", "text/csv", new ByteArrayInputStream(new byte[1]));

        assertThat(stored.name()).isEqualTo("مشتری.csv");
    }

    @Test
    void showsAFileOnlyWhenItIsComplete() throws IOException {
        UUID id = files.begin(owner, "b.csv", "text/csv");
        var half = files.write(id);
        half.write(new byte[2 * MB]);

        assertThat(files.find(owner, id)).isEmpty();

        try (var again = files.write(id)) {
            again.write(7);
        }
        assertThat(files.open(owner, id).readAllBytes()).containsExactly(7);
    }

    private static Actor actor() {
        return new Actor(UUID.randomUUID(), "سارا", Actor.Kind.USER, null, ZoneOffset.UTC, Set.of(), Set.of());
    }
}
