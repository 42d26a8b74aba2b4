package org.peyvand.activity;

import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.RecordRule;
import org.peyvand.record.write.RuleContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A participant is one person: either a user or a contact. */
@Component
@Order(10)
final class OnePerson implements RecordRule {

    @Override
    public RecordType type() {
        return MeetingParticipant.TYPE;
    }

    @Override
    public void apply(RuleContext context) {
        context.pending().stream().filter(Pending::saves).forEach(OnePerson::check);
    }

    private static void check(Pending pending) {
        boolean user = pending.after(MeetingParticipant.USER) != null;
        boolean contact = pending.after(MeetingParticipant.CONTACT) != null;
        if (user == contact) {
            pending.refuse(Problem.of(MeetingParticipant.USER.name(), "participant-one-person"));
        }
    }
}
