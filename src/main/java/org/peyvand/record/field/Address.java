package org.peyvand.record.field;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A postal address, its parts from the largest to the smallest as Iranian addresses are written.
 *
 * @param type such as {@code main}, {@code billing} or {@code shipping}
 */
public record Address(
        String type,
        @Nullable String country,
        @Nullable String province,
        @Nullable String city,
        @Nullable String district,
        @Nullable String street,
        @Nullable String plaque,
        @Nullable String unit,
        @Nullable String postalCode) {

    /** All parts in one line. */
    public String line() {
        return Stream.of(country, province, city, district, street, plaque, unit, postalCode)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("، "));
    }
}
