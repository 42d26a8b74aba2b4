package org.peyvand.locale;

import org.jspecify.annotations.Nullable;

/**
 * A telephone number that can be dialled.
 *
 * @param e164 {@code +989123456789}
 * @param extension digits to dial after the answer, null for a direct number
 * @param mobile whether it can receive text messages
 */
public record PhoneNumber(String e164, @Nullable String extension, boolean mobile) {}
