package org.peyvand.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.peyvand.record.write.Batch;
import org.peyvand.testing.TestContext;
import org.peyvand.testing.TestPending;

class ActivityRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final Instant EARLIER = Instant.parse("2026-05-01T09:00:00Z");

    private final TaskCompletion completion = new TaskCompletion(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void stampsATaskThatIsDone() {
        var task = TestPending.update().standing(Task.STATUS, Task.OPEN).writing(Task.STATUS, Task.DONE);

        completion.apply(TestContext.of(task));

        assertThat(task.after(Task.COMPLETED_AT)).isEqualTo(NOW);
    }

    @Test
    void forgetsTheStampWhenATaskIsOpenAgain() {
        var task = TestPending.update()
                .standing(Task.STATUS, Task.DONE)
                .standing(Task.COMPLETED_AT, EARLIER)
                .writing(Task.STATUS, Task.OPEN);

        completion.apply(TestContext.of(task));

        assertThat(task.after(Task.COMPLETED_AT)).isNull();
    }

    @Test
    void takesOldTasksForDoneWhenTheyWereDue() {
        var task = TestPending.create().writing(Task.STATUS, Task.DONE).writing(Task.DUE_AT, EARLIER);

        completion.apply(TestContext.of(task).as(Batch.Kind.IMPORT));

        assertThat(task.after(Task.COMPLETED_AT)).isEqualTo(EARLIER);
    }

    @Test
    void callsANoteByWholeWordsOfItsFirstLine() {
        var note = TestPending.create().writing(Note.BODY, "سفارش ".repeat(30) + "\nخط دوم");

        new NoteTitles().apply(TestContext.of(note));

        assertThat(note.after(Note.TITLE)).endsWith("سفارش…").hasSizeLessThanOrEqualTo(61);
    }

    @Test
    void callsAShortNoteByAllOfIt() {
        var note = TestPending.create().writing(Note.BODY, "  تماس گرفت.\nفردا دوباره.");

        new NoteTitles().apply(TestContext.of(note));

        assertThat(note.after(Note.TITLE)).isEqualTo("تماس گرفت.");
    }

    @Test
    void refusesAMeetingThatEndsBeforeItBegins() {
        var meeting = TestPending.create().writing(Meeting.START_AT, NOW).writing(Meeting.END_AT, EARLIER);

        new MeetingTimes().apply(TestContext.of(meeting));

        assertThat(meeting.problems()).containsExactly("endAt: end-before-start");
    }

    @Test
    void refusesACallOfNegativeLength() {
        var call = TestPending.create().writing(Call.DURATION_SECONDS, -1L);

        new CallDurations().apply(TestContext.of(call));

        assertThat(call.problems()).containsExactly("durationSeconds: negative-number");
    }
}
