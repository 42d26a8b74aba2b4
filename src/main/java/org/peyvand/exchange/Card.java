package org.peyvand.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.field.Address;
import org.peyvand.record.field.ContactPoint;

/**
 * What a signature or a business card says of somebody. Nothing in it is guessed: what a text does not say is null or empty.
 *
 * @param phones in E.164, with {@code mobile}, {@code work}, {@code home} or {@code fax} as their type
 * @param nationalId of a person (10 digits) or of a firm (11), its check digit right
 */
record Card(
        @Nullable String name,
        @Nullable String jobTitle,
        @Nullable String company,
        List<ContactPoint> phones,
        List<ContactPoint> emails,
        @Nullable String website,
        @Nullable Address address,
        @Nullable String nationalId) {

    boolean isEmpty() {
        return name == null
                && jobTitle == null
                && company == null
                && phones.isEmpty()
                && emails.isEmpty()
                && website == null
                && address == null
                && nationalId == null;
    }
}
