/** Jalali calendar, digits, text normalisation, money, Iranian identifiers, phone numbers, and the texts of both languages. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.peyvand.locale;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
