package org.peyvand.web.calendar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts things at the same time side by side: each run of overlapping ones is shared out into as few columns as it needs. */
final class Lanes {

    private Lanes() {}

    static List<Event> of(List<Event> events) {
        List<Event> sorted = events.stream()
                .sorted(Comparator.comparingInt(Event::begin)
                        .thenComparing(Comparator.comparingInt(Event::minutes).reversed()))
                .toList();
        List<Event> placed = new ArrayList<>();
        List<Event> run = new ArrayList<>();
        int end = -1;
        for (Event event : sorted) {
            if (event.begin() >= end) {
                share(run, placed);
                run.clear();
            }
            run.add(event);
            end = Math.max(end, event.begin() + event.minutes());
        }
        share(run, placed);
        return List.copyOf(placed);
    }

    private static void share(List<Event> run, List<Event> placed) {
        List<Integer> ends = new ArrayList<>();
        List<Integer> lanes = new ArrayList<>();
        for (Event event : run) {
            int lane = 0;
            while (lane < ends.size() && ends.get(lane) > event.begin()) {
                lane++;
            }
            if (lane == ends.size()) {
                ends.add(0);
            }
            ends.set(lane, event.begin() + event.minutes());
            lanes.add(lane);
        }
        for (int i = 0; i < run.size(); i++) {
            placed.add(run.get(i).inLane(lanes.get(i), ends.size()));
        }
    }
}
