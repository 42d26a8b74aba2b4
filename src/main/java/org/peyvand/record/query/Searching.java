package org.peyvand.record.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jooq.Record1;
import org.jooq.Select;
import org.peyvand.locale.KeyboardLayout;
import org.peyvand.locale.PersianText;
import org.peyvand.locale.PhoneNumbers;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.record.query.Candidates.Found;
import org.peyvand.record.query.Titles.Titled;

/**
 * The search over types: whose number or address the words are; if nobody's, what holds all the words; if nothing does,
 * what holds them as typed on the other keyboard; and if nothing does either, what differs by a slip of the finger. Each
 * attempt is one statement, and one more tells what is called how.
 */
final class Searching {

    private static final int WHOLE_NUMBER = 10;
    private static final double SLIP = 0.6;

    private final Candidates candidates;
    private final Titles titles;
    private final boolean blind;
    private final int limit;

    Searching(Sight sight, TimedSql sql, Collection<RecordType> types, int limit) {
        List<RecordType> reached = types.stream()
                .map(sight::effective)
                .filter(type -> !(sight.reach(type) instanceof Reach.None))
                .toList();
        this.candidates = new Candidates(sight, sql, reached, limit);
        this.titles = new Titles(sight, sql);
        this.blind = reached.isEmpty();
        this.limit = limit;
    }

    List<Hit> hits(String words) {
        if (blind || WordsMatch.tokens(words).isEmpty()) {
            return List.of();
        }
        List<Found> borne = bearing(words);
        if (!borne.isEmpty()) {
            return best(refs(borne), Map.of(), scoring(words));
        }
        for (String reading : readings(words)) {
            List<Found> found = candidates.holding(reading);
            if (!found.isEmpty()) {
                return best(refs(found), candidates.namesakes(found, reading), scoring(reading));
            }
        }
        return alike(words);
    }

    private List<Found> bearing(String words) {
        List<String> addresses = addresses(words.strip());
        return addresses.isEmpty() ? List.of() : candidates.bearing(addresses, words);
    }

    /** The words as the number, address or identifier of somebody; several readings, or none when they are but a part. */
    static List<String> addresses(String words) {
        if (words.indexOf('@') > 0 && words.indexOf(' ') < 0) {
            return List.of(words.toLowerCase(Locale.ROOT));
        }
        String digits = PersianText.searchText(words).replace(" ", "");
        if (digits.length() < WHOLE_NUMBER || !digits.chars().allMatch(Character::isDigit)) {
            return List.of();
        }
        List<String> addresses = new ArrayList<>(List.of(digits));
        PhoneNumbers.IRAN.parse(words).ifPresent(number -> addresses.add(number.e164()));
        return addresses;
    }

    /** As typed, and as typed on the other keyboard. */
    private static Set<String> readings(String words) {
        Set<String> readings = new LinkedHashSet<>(KeyboardLayout.persianReadings(words));
        readings.add(KeyboardLayout.latin(words));
        readings.removeIf(reading -> PersianText.searchText(reading).equals(PersianText.searchText(words))
                || WordsMatch.tokens(reading).isEmpty());
        Set<String> all = new LinkedHashSet<>(List.of(words));
        all.addAll(readings);
        return all;
    }

    private List<Hit> alike(String words) {
        Alike alike = new Alike(WordsMatch.tokens(words));
        if (!alike.isPossible()) {
            return List.of();
        }
        Map<RecordRef, Double> scores = candidates.around(alike).stream()
                .filter(each -> alike.score(each.text()).isPresent())
                .collect(Collectors.toMap(
                        Found::ref, each -> SLIP * alike.score(each.text()).orElseThrow(), Math::max));
        return best(scores.keySet(), Map.of(), titled -> scores.getOrDefault(titled.ref(), 0.0));
    }

    private List<Hit> best(
            Collection<RecordRef> refs, Map<String, Select<Record1<UUID>>> beside, ToDoubleFunction<Titled> score) {
        return titles.of(refs, beside).stream()
                .sorted(Comparator.comparingDouble((Titled each) -> -score.applyAsDouble(each))
                        .thenComparing(Titled::updatedAt, Comparator.reverseOrder()))
                .limit(limit)
                .map(each -> new Hit(each.ref(), each.title(), each.subtitle(), score.applyAsDouble(each)))
                .toList();
    }

    private static Set<RecordRef> refs(Collection<Found> found) {
        return found.stream().map(Found::ref).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The words as the whole title before its beginning before the beginning of a word before anywhere before elsewhere. */
    private static ToDoubleFunction<Titled> scoring(String words) {
        String folded = String.join(" ", WordsMatch.tokens(words));
        return titled -> {
            String title = PersianText.searchText(titled.title());
            if (title.equals(folded)) {
                return 1;
            }
            if (title.startsWith(folded)) {
                return 0.9;
            }
            return title.contains(" " + folded) ? 0.8 : title.contains(folded) ? 0.7 : 0.65;
        };
    }
}
