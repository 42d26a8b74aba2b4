package org.peyvand.web.calendar;

import java.util.List;
import org.peyvand.record.Actor;
import org.peyvand.record.Labels;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.query.Condition;
import org.peyvand.record.query.ReadGate;
import org.peyvand.web.Page;
import org.peyvand.web.list.ListBars;
import org.peyvand.web.list.ListState;
import org.peyvand.web.list.ListWay;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** The calendar: the records of a list, each on its day. */
@Component
@Order(20)
class CalendarWay implements ListWay {

    private final Calendars calendars;
    private final ListBars bars;
    private final ReadGate gate;
    private final Labels labels;
    private final Visibility visibility;

    CalendarWay(Calendars calendars, ListBars bars, ReadGate gate, Labels labels, Visibility visibility) {
        this.calendars = calendars;
        this.bars = bars;
        this.gate = gate;
        this.labels = labels;
        this.visibility = visibility;
    }

    @Override
    public String key() {
        return "calendar";
    }

    @Override
    public String label(RecordType type) {
        return "calendar.way";
    }

    @Override
    public String icon() {
        return "calendar-event";
    }

    @Override
    public boolean offers(RecordType type) {
        return Dated.of(type).isPresent();
    }

    /** The parameters {@code span} and {@code on} say how much of it and which day. */
    @Override
    public String show(Actor actor, ListState state, MultiValueMap<String, String> sent, Page page, Model model) {
        Dated dated = Dated.of(state.type())
                .filter(each -> visibility.access(actor, state.type(), each.at()) != FieldAccess.HIDDEN)
                .orElseThrow(Refusal.NotFound::new);
        var filter = state.filter();
        Condition condition = filter == null ? Condition.ALWAYS : gate.parse(actor, dated.type(), filter);
        String here = state.href();
        var question = new Calendars.Question(
                labels.many(dated.type(), page.presentation().language()),
                List.of(new Shown(dated, condition, state.words())),
                Span.of(sent.getFirst("span")),
                Calendars.day(sent.getFirst("on")),
                here + (here.indexOf('?') < 0 ? "?" : "&"));
        model.addAttribute("bar", bars.of(actor, state, page));
        model.addAttribute("calendar", calendars.page(actor, question, page));
        return "web/calendar/calendar";
    }
}
