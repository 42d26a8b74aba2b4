package org.peyvand.web.notice;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.peyvand.notice.Mentions;
import org.peyvand.notice.Notice;
import org.peyvand.notice.Notices;
import org.peyvand.record.Actor;
import org.peyvand.web.InboxSource;
import org.peyvand.web.Page;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Where colleagues mentioned the reader, until the reader says that it is done; opening the record alone does not. */
@Component
@Order(12)
class MentionsInInbox implements InboxSource {

    private static final int MOST = 50;

    private final Notices notices;
    private final Clock clock;

    MentionsInInbox(Notices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public List<Section> sections(Actor actor, Page page) {
        List<Notice> unread = notices.unread(actor, page.presentation(), Mentions.MENTIONED, MOST + 1);
        List<Item> items = unread.stream()
                .limit(MOST)
                .filter(notice -> notice.href() != null)
                .map(notice -> item(notice, page))
                .toList();
        return items.isEmpty()
                ? List.of()
                : List.of(new Section(
                        Reason.MENTION,
                        page.t("inbox.mentions"),
                        "",
                        items,
                        unread.size() > MOST,
                        "/notices?unread=true"));
    }

    private Item item(Notice notice, Page page) {
        String href = Objects.requireNonNull(notice.href());
        return new Item(
                "mention-" + notice.id(),
                notice.kind().icon(),
                notice.text(),
                href,
                Objects.requireNonNullElse(notice.subjectName(), ""),
                href,
                page.presentation().relativeTime(notice.at(), clock.instant()),
                "",
                "/inbox/mentions/" + notice.id() + "/done",
                List.of());
    }
}
