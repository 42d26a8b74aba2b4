/** Workbooks of spreadsheets, read and written as streams; knows nothing of records. */
@NullMarked
package org.peyvand.exchange.xlsx;

import org.jspecify.annotations.NullMarked;
