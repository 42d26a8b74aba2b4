/** What the program takes for what people do all day, beside the best bare SQL for the same answer. */
@NullMarked
package org.peyvand.bench;

import org.jspecify.annotations.NullMarked;
