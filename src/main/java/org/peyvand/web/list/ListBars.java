package org.peyvand.web.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.Labels;
import org.peyvand.record.RecordType;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.search.Favourites;
import org.peyvand.search.View;
import org.peyvand.search.Views;
import org.peyvand.web.Page;
import org.peyvand.web.Tab;
import org.peyvand.web.list.ListBar.Current;
import org.peyvand.web.list.ListBar.Saving;
import org.peyvand.web.list.ListBar.ViewTab;
import org.peyvand.web.list.ListPage.Chip;
import org.peyvand.web.list.ListState.Manner;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lays out what stands above the records, the same for every way to look at them. */
@Component
public class ListBars {

    private final Views views;
    private final Favourites favourites;
    private final Visibility visibility;
    private final Labels labels;
    private final Chips chips;
    private final ObjectProvider<ListWay> ways;

    ListBars(
            Views views,
            Favourites favourites,
            Visibility visibility,
            Labels labels,
            Chips chips,
            ObjectProvider<ListWay> ways) {
        this.views = views;
        this.favourites = favourites;
        this.visibility = visibility;
        this.labels = labels;
        this.chips = chips;
        this.ways = ways;
    }

    public ListBar of(Actor actor, ListState state, Page page) {
        return of(actor, state, chips.of(actor, state, page), page);
    }

    /** Of a view that cannot be shown: nothing is said of its conditions. */
    ListBar ofNothing(Actor actor, ListState state, Page page) {
        return of(actor, state, List.of(), page);
    }

    /** A list without parameters is the view that one used last; the whole one says what it is. */
    private static @Nullable String clearing(@Nullable ListState whole) {
        if (whole == null) {
            return null;
        }
        return whole.manner().way().equals(Manner.TABLE) ? whole.href("", "view=" + Manner.TABLE) : whole.href();
    }

    private ListBar of(Actor actor, ListState state, List<Chip> conditions, Page page) {
        RecordType type = state.type();
        Locale language = page.presentation().language();
        List<View> saved = views.of(actor, type);
        View open = open(actor, state, saved).orElse(null);
        return new ListBar(
                type.plural(),
                labels.many(type, language),
                labels.one(type, language),
                Stream.concat(scopes(state, page).stream(), tabs(state, saved, open))
                        .toList(),
                saved.isEmpty() && open == null ? null : "/" + type.plural() + "/views/counts",
                ways(state, page),
                conditions,
                state.words(),
                state.hidden(false),
                state.href("/condition", ""),
                state.href("/columns", ""),
                new Saving(state.hidden(true), state.href("/views/new", ""), current(actor, state, open)),
                clearing(state.whole()),
                visibility.reach(actor, type, Operation.CREATE) instanceof Reach.None
                        ? null
                        : "/" + type.plural() + "/new");
    }

    /** The saved view that the state began as, also when it is not among those at hand. */
    private Optional<View> open(Actor actor, ListState state, List<View> saved) {
        UUID id = state.manner().view();
        if (id == null) {
            return Optional.empty();
        }
        return saved.stream()
                .filter(view -> view.id().equals(id))
                .findFirst()
                .or(() -> views.find(actor, state.type(), id));
    }

    private @Nullable Current current(Actor actor, ListState state, @Nullable View open) {
        return open == null
                ? null
                : new Current(
                        open.id().toString(),
                        open.name(),
                        "/" + state.type().plural() + "/views/" + open.id(),
                        open.changeable(),
                        open.usable() && !state.isAsIn(open),
                        favourites.has(actor, open.id()),
                        open.density());
    }

    private static List<ViewTab> scopes(ListState state, Page page) {
        boolean plain = state.manner().view() == null;
        String list = "/" + state.type().plural();
        List<ViewTab> tabs = new ArrayList<>();
        for (ListState.Scope scope : ListState.Scope.values()) {
            if (scope == ListState.Scope.ALL || state.type().is(RecordType.Flag.OWNED)) {
                String href = plain ? state.in(scope).href() : list + "?scope=" + scope.key();
                boolean bare = href.equals(list) || (!plain && scope == ListState.Scope.ALL);
                tabs.add(new ViewTab(
                        null,
                        page.t("list.scope." + scope.key()),
                        bare ? list + "?view=" + Manner.TABLE : href,
                        plain && state.scope() == scope,
                        null));
            }
        }
        return tabs;
    }

    private static Stream<ViewTab> tabs(ListState state, List<View> saved, @Nullable View open) {
        UUID current = open == null ? null : open.id();
        boolean athand = saved.stream().anyMatch(view -> view.id().equals(current));
        Stream<View> apart = open == null || athand ? Stream.empty() : Stream.of(open);
        return Stream.concat(saved.stream(), apart)
                .map(view -> new ViewTab(
                        view.id().toString(),
                        view.name(),
                        "/" + state.type().plural() + "?view=" + view.id(),
                        view.id().equals(current),
                        switch (view.scope()) {
                            case Reach.Audience.TEAM -> "users";
                            case Reach.Audience.EVERYONE -> "world";
                            default -> null;
                        }));
    }

    private List<Tab> ways(ListState state, Page page) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(way(state, Manner.TABLE, page.t("list.way.table"), "list"));
        ways.orderedStream()
                .filter(way -> way.offers(state.type()))
                .forEach(way -> tabs.add(way(state, way.key(), page.t(way.label(state.type())), way.icon())));
        return tabs.size() == 1 ? List.of() : tabs;
    }

    private static Tab way(ListState state, String key, String label, String icon) {
        ListState other = state.by(key);
        boolean bare = key.equals(Manner.TABLE) && other.href().indexOf('?') < 0;
        return new Tab(
                label,
                bare ? other.href() + "?view=" + Manner.TABLE : other.href(),
                key.equals(state.manner().way()),
                null,
                icon);
    }
}
