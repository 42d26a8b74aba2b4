package org.peyvand.record.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.field.ContactPoint;
import org.peyvand.record.field.ContactPointsType;
import org.peyvand.record.field.Field;

/**
 * Keeps {@code emails} in step with {@code email}, and {@code phones} with {@code phone} and {@code mobile}. Writing a single
 * one corrects the primary of its kind and leaves the other entries alone; writing the list decides the primaries.
 */
final class ContactPoints {

    private final PendingWrite write;
    private final Field<?> list;
    private List<ContactPoint> points;

    private ContactPoints(PendingWrite write, Field<?> list) {
        this.write = write;
        this.list = list;
        this.points = entries(write.valueAfter(list));
    }

    static void reconcile(PendingWrite write) {
        for (Field<?> field : write.type().ownFields()) {
            if (field.type() instanceof ContactPointsType points) {
                List<String> singles =
                        points.kind() == ContactPointsType.Kind.EMAILS ? List.of("email") : List.of("mobile", "phone");
                new ContactPoints(write, field).settle(singles);
            }
        }
    }

    static List<ContactPoint> entries(@Nullable Object value) {
        return value instanceof List<?> entries
                ? entries.stream().map(ContactPoint.class::cast).toList()
                : List.of();
    }

    private void settle(List<String> names) {
        List<Field<?>> singles = new ArrayList<>();
        names.forEach(name -> write.type().find(name).ifPresent(singles::add));
        if (!write.names(list) && singles.stream().noneMatch(write::names)) {
            return;
        }
        singles.forEach(this::adopt);
        points = settled(points);
        write.set(list, points);
        for (Field<?> single : singles) {
            if (!write.names(single) || write.valueAfter(single) == null) {
                write.set(single, primary(isMobile(single)));
            }
        }
    }

    private void adopt(Field<?> single) {
        boolean mobile = isMobile(single);
        String value = (String) write.valueAfter(single);
        if (!write.names(single)) {
            String standing = (String) write.valueBefore(single);
            if (!write.names(list) && standing != null && find(standing) == null) {
                points = with(fresh(standing, mobile), null);
            }
        } else if (value != null) {
            prefer(value, mobile);
        } else if (!write.names(list)) {
            String gone = (String) write.valueBefore(single);
            points = points.stream()
                    .filter(point -> gone == null || isMobile(point) != mobile || !same(point.value(), gone))
                    .toList();
        }
    }

    /** The entry with this value becomes the primary of its kind; without one it takes the primary's place. */
    private void prefer(String value, boolean mobile) {
        ContactPoint known = find(value);
        if (known == null) {
            ContactPoint replaced = write.names(list) ? null : primaryOf(mobile);
            String type = replaced == null ? (mobile ? ContactPoint.MOBILE : "work") : replaced.type();
            points = with(ContactPoint.primary(value, type), replaced);
        } else if (isMobile(known) == mobile) {
            points = with(known.asPrimary(true), known);
        }
    }

    /** The entries with one put first in place of another, or before all others. */
    private List<ContactPoint> with(ContactPoint first, @Nullable ContactPoint replaced) {
        List<ContactPoint> changed = new ArrayList<>(points.size() + 1);
        if (replaced == null) {
            changed.add(first);
        }
        for (ContactPoint point : points) {
            boolean kindred = isMobile(point) == isMobile(first);
            changed.add(point.equals(replaced) ? first : kindred ? point.asPrimary(false) : point);
        }
        return changed;
    }

    /** Each value once, and of each kind exactly one primary: the first marked, else the first. */
    private static List<ContactPoint> settled(List<ContactPoint> points) {
        Set<String> seen = new HashSet<>();
        List<ContactPoint> distinct = points.stream()
                .filter(point -> seen.add(point.value().toLowerCase(Locale.ROOT)))
                .toList();
        return distinct.stream()
                .map(point -> point.asPrimary(point.equals(first(distinct, isMobile(point)))))
                .toList();
    }

    private static @Nullable ContactPoint first(List<ContactPoint> points, boolean mobile) {
        List<ContactPoint> kindred =
                points.stream().filter(point -> isMobile(point) == mobile).toList();
        return kindred.stream()
                .filter(ContactPoint::primary)
                .findFirst()
                .orElseGet(() -> kindred.isEmpty() ? null : kindred.getFirst());
    }

    private @Nullable ContactPoint primaryOf(boolean mobile) {
        return first(points, mobile);
    }

    private @Nullable String primary(boolean mobile) {
        ContactPoint first = primaryOf(mobile);
        return first == null ? null : first.value();
    }

    private @Nullable ContactPoint find(String value) {
        return points.stream()
                .filter(point -> same(point.value(), value))
                .findFirst()
                .orElse(null);
    }

    private static ContactPoint fresh(String value, boolean mobile) {
        return ContactPoint.primary(value, mobile ? ContactPoint.MOBILE : "work");
    }

    private static boolean same(String one, String other) {
        return one.equalsIgnoreCase(other);
    }

    private static boolean isMobile(ContactPoint point) {
        return point.type().equals(ContactPoint.MOBILE);
    }

    private static boolean isMobile(Field<?> single) {
        return single.name().equals("mobile");
    }
}
