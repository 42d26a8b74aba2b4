package org.peyvand.web.search;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.peyvand.locale.Messages;
import org.peyvand.locale.Presentation;
import org.peyvand.record.Actor;
import org.peyvand.web.Command;
import org.peyvand.web.Command.Act;
import org.peyvand.web.Command.Group;
import org.peyvand.web.Command.Name;
import org.peyvand.web.Commands;
import org.peyvand.web.Page;
import org.peyvand.web.Pages;
import org.peyvand.web.Place;
import org.peyvand.web.Spot;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What the palette offers: while nothing is typed what can be done here, made and visited; else the commands and records
 * that answer to the words, what fits best on top.
 */
@Component
class Palette {

    private static final int RECORDS = 10;
    private static final int OF_ONE_TYPE = 6;
    private static final int COMMANDS = 7;
    /** What can be done here is meant before what is elsewhere, if it fits as well. */
    private static final double NEARNESS = 0.12;
    /** Of one letter nobody expects a record, and the index knows nothing. */
    private static final int SEARCHED_FROM = 2;

    private static final Map<Group, Integer> AT_FIRST =
            new EnumMap<>(Map.of(Group.RECORD, 8, Group.LIST, 5, Group.MAKE, 6, Group.GO, 9, Group.LOOK, 0));

    private final Finds finds;
    private final Pages pages;
    private final Messages messages;
    private final ObjectProvider<Commands> sources;

    Palette(Finds finds, Pages pages, Messages messages, ObjectProvider<Commands> sources) {
        this.finds = finds;
        this.pages = pages;
        this.messages = messages;
        this.sources = sources;
    }

    List<Found> atFirst(Actor actor, Spot spot, Page page, HttpServletRequest request) {
        Map<Group, List<Command>> groups = new EnumMap<>(Group.class);
        for (Command command : commands(actor, spot, request)) {
            List<Command> group = groups.computeIfAbsent(command.group(), none -> new ArrayList<>());
            if (group.size() < AT_FIRST.getOrDefault(command.group(), 0)) {
                group.add(command);
            }
        }
        return groups.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty())
                .map(group -> found(group.getKey(), group.getValue(), page))
                .toList();
    }

    List<Found> answering(String words, Actor actor, Spot spot, Page page, HttpServletRequest request) {
        List<Scored> all = new ArrayList<>(fitting(words, commands(actor, spot, request), page));
        Locale language = page.presentation().language();
        List<Finds.Records> records =
                words.length() < SEARCHED_FROM ? List.of() : finds.records(actor, words, RECORDS, language);
        records.forEach(each -> all.add(new Scored(each.best(), each.found().first(OF_ONE_TYPE))));
        List<Found> found = new ArrayList<>(all.stream()
                .sorted(Comparator.comparingDouble((Scored each) -> -each.score()))
                .map(Scored::found)
                .toList());
        if (!records.isEmpty()) {
            String href = "/search?q=" + java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8);
            found.add(new Found(
                    page.t("palette.more"),
                    List.of(Found.Line.to(href, page.t("palette.more.line", words), "", "search"))));
        }
        return found;
    }

    private record Scored(double score, Found found) {}

    private record Fitting(double score, Command command) {}

    private static List<Scored> fitting(String words, List<Command> commands, Page page) {
        Fit fit = Fit.of(words);
        Map<Group, List<Fitting>> groups = new LinkedHashMap<>();
        commands.stream()
                .map(command -> new Fitting(fit.score(command.name()), command))
                .filter(each -> each.score() >= Fit.ENOUGH)
                .map(Palette::nearness)
                .sorted(Comparator.comparingDouble((Fitting each) -> -each.score()))
                .limit(COMMANDS)
                .forEach(each -> groups.computeIfAbsent(each.command().group(), none -> new ArrayList<>())
                        .add(each));
        return groups.entrySet().stream()
                .map(group -> new Scored(
                        group.getValue().getFirst().score(),
                        found(
                                group.getKey(),
                                group.getValue().stream().map(Fitting::command).toList(),
                                page)))
                .toList();
    }

    private static Fitting nearness(Fitting fitting) {
        return switch (fitting.command().group()) {
            case RECORD, LIST -> new Fitting(fitting.score() + NEARNESS, fitting.command());
            case MAKE, GO, LOOK -> fitting;
        };
    }

    private static Found found(Group group, List<Command> commands, Page page) {
        Locale language = page.presentation().language();
        return new Found(
                page.t(group.key()),
                commands.stream()
                        .map(command ->
                                new Found.Line(command.act(), command.name().in(language), "", command.icon()))
                        .toList());
    }

    /** Each once: a place of the side bar before the same as the list of a type. */
    private List<Command> commands(Actor actor, Spot spot, HttpServletRequest request) {
        Map<Object, Command> commands = new LinkedHashMap<>();
        Stream.concat(
                        places(request).stream(),
                        sources.orderedStream().flatMap(source -> source.commands(actor, spot).stream()))
                .forEach(command -> commands.merge(
                        new Key(command.group(), command.act()),
                        command,
                        (first, again) -> new Command(first.group(), first.icon(), again.name(), first.act())));
        return List.copyOf(commands.values());
    }

    /** A command that two sources know stands where the first put it, with all the words of the later one. */
    private record Key(Group group, Act act) {}

    private List<Command> places(HttpServletRequest request) {
        Map<String, Place> english = new HashMap<>();
        pages.places(request, Presentation.english()).forEach(place -> english.put(place.href(), place));
        List<Command> commands = new ArrayList<>();
        for (Place place : pages.places(request, Presentation.persian())) {
            Place same = english.getOrDefault(place.href(), place);
            commands.add(new Command(
                    Group.GO,
                    place.icon(),
                    new Name(place.label(), same.label(), List.of()).also(messages, "command.place." + place.icon()),
                    new Act.Go(place.href())));
            if (place.newHref() != null && place.newLabel() != null && same.newLabel() != null) {
                commands.add(new Command(
                        Group.MAKE,
                        place.icon(),
                        new Name(
                                messages.text(Presentation.persian().language(), "search.make", place.newLabel()),
                                messages.text(Presentation.english().language(), "search.make", same.newLabel()),
                                List.of()),
                        new Act.Dialog(place.newHref())));
            }
        }
        return commands;
    }
}
