package org.peyvand.web.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {

    @Test
    void thingsAtOnceStandSideBySideAndOthersTakeTheWholeWidth() {
        List<Event> placed = Lanes.of(List.of(at(540, 60), at(570, 60), at(660, 30)));

        assertThat(placed).extracting(Event::lane).containsExactly(0, 1, 0);
        assertThat(placed).extracting(Event::lanes).containsExactly(2, 2, 1);
    }

    @Test
    void noTwoInOneLaneOverlap() {
        Random random = new Random(7);
        for (int run = 0; run < 200; run++) {
            List<Event> placed = Lanes.of(IntStream.range(0, 20)
                    .mapToObj(i -> at(random.nextInt(1_200), 15 + random.nextInt(120)))
                    .toList());

            for (Event one : placed) {
                assertThat(one.lane()).isLessThan(one.lanes());
                for (Event other : placed) {
                    boolean apart = one.begin() + one.minutes() <= other.begin()
                            || other.begin() + other.minutes() <= one.begin();
                    assertThat(one == other || one.lane() != other.lane() || apart)
                            .isTrue();
                }
            }
        }
    }

    private static Event at(int begin, int minutes) {
        return new Event(
                "e", "/", "", "tasks", "", "", LocalDate.EPOCH, false, begin, minutes, 0, 1, null, false, false);
    }
}
