package org.peyvand.web.list;

import java.util.ArrayList;
import java.util.List;
import org.peyvand.locale.Money;
import org.peyvand.record.Actor;
import org.peyvand.record.Labels;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.MoneyType;
import org.peyvand.record.query.Count;
import org.peyvand.record.query.Group;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;
import org.peyvand.web.Page;
import org.springframework.stereotype.Component;

/** Counts a list and sums its columns of money, each currency by itself. */
@Component
class Totals {

    private final ReadGate gate;
    private final Labels labels;
    private final Lists lists;

    Totals(ReadGate gate, Labels labels, Lists lists) {
        this.gate = gate;
        this.labels = labels;
        this.lists = lists;
    }

    Total of(Actor actor, ListState state, Page page) {
        Query query = lists.query(actor, state);
        try {
            return counted(actor, state, query, page);
        } catch (Refusal.TooSlow _) {
            return new Total(page.t("list.count.slow"), null, List.of());
        }
    }

    private Total counted(Actor actor, ListState state, Query query, Page page) {
        Count count = gate.count(actor, query);
        String words = page.t(
                count.capped() ? "list.count.more" : "list.count",
                page.number(count.count()),
                labels.one(state.type(), page.presentation().language()));
        return count.capped()
                ? new Total(words + " " + page.t("list.count.sums"), null, List.of())
                : new Total(words, count.count(), sums(actor, state, query, page));
    }

    private List<Total.Sum> sums(Actor actor, ListState state, Query query, Page page) {
        List<Field<?>> money = lists.columns(actor, state).stream()
                .filter(field -> field.type() instanceof MoneyType)
                .toList();
        List<Total.Sum> sums = new ArrayList<>();
        if (money.isEmpty()) {
            return sums;
        }
        List<Group> groups = gate.groups(
                actor, query, List.of(), money.stream().map(Group.Measure::sum).toList());
        for (Group group : groups) {
            for (int i = 0; i < money.size(); i++) {
                String label = labels.field(
                        state.type(), money.get(i), page.presentation().language());
                if (group.measures().get(i) instanceof List<?> amounts) {
                    amounts.forEach(amount ->
                            sums.add(new Total.Sum(label, page.presentation().money((Money) amount))));
                }
            }
        }
        return sums;
    }
}
