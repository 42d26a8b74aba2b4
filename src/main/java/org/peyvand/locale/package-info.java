/** Jalali calendar, digits, text normalisation, money, Iranian identifiers and phone numbers: plain Java without a framework. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.peyvand.locale;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
