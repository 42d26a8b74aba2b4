package org.peyvand.notice;

import java.util.List;
import java.util.UUID;
import org.peyvand.record.overlay.FieldNews;
import org.peyvand.record.write.RecordIds;
import org.springframework.stereotype.Component;

/** Tells administrators which of the fields they made did not become what they wanted. */
@Component
final class FieldNotices implements FieldNews {

    static final String KIND = "field-trouble";

    private final Notices notices;

    FieldNotices(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void notUnique(UUID maker, String type, String field) {
        tell(maker, type, field, "notice.field-trouble.not-unique");
    }

    @Override
    public void notPrepared(UUID maker, String type, String field) {
        tell(maker, type, field, "notice.field-trouble.not-prepared");
    }

    private void tell(UUID maker, String type, String field, String why) {
        notices.tell(NewNotice.of(KIND, maker, KIND + ":" + RecordIds.next())
                .leadingTo("/admin/fields/" + type + "/" + field)
                .saying(new Word.FieldNames(type, List.of(field)), new Word.TypeName(type), new Word.Key(why)));
    }
}
