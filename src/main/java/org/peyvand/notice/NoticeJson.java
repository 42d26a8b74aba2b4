package org.peyvand.notice;

import org.peyvand.record.RecordRef;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Notices as programs and scripts read them. */
public final class NoticeJson {

    private NoticeJson() {}

    public static ObjectNode write(Notice notice) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", notice.id().toString());
        json.put("kind", notice.kind().key());
        json.put("at", notice.at().toString());
        json.put("text", notice.text());
        json.put("by", notice.by());
        RecordRef subject = notice.subject();
        if (subject == null) {
            json.putNull("subject");
        } else {
            json.putObject("subject")
                    .put("id", subject.id().toString())
                    .put("type", subject.type())
                    .put("name", notice.subjectName());
        }
        json.put("href", notice.href());
        json.put("readAt", notice.readAt() == null ? null : notice.readAt().toString());
        return json;
    }
}
