package org.peyvand.activity;

import org.peyvand.notice.MentionText;
import org.peyvand.record.RecordType;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.RecordRule;
import org.peyvand.record.write.RuleContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A note is called by its first words. */
@Component
@Order(10)
final class NoteTitles implements RecordRule {

    private static final int LONGEST = 60;

    @Override
    public RecordType type() {
        return Note.TYPE;
    }

    @Override
    public void apply(RuleContext context) {
        context.pending().stream()
                .filter(Pending::saves)
                .filter(pending -> pending.changes(Note.BODY))
                .forEach(NoteTitles::name);
    }

    private static void name(Pending pending) {
        String body = pending.after(Note.BODY);
        if (body != null) {
            pending.derive(Note.TITLE, firstWords(MentionText.plain(body)));
        }
    }

    /** Whole words of the first line, at most {@value #LONGEST} characters of them. */
    static String firstWords(String body) {
        String line = body.strip().lines().findFirst().orElse("").strip();
        if (line.length() <= LONGEST) {
            return line;
        }
        int space = line.lastIndexOf(' ', LONGEST);
        int end = space > 0 ? space : line.offsetByCodePoints(0, line.codePointCount(0, LONGEST));
        return line.substring(0, end).strip() + "…";
    }
}
