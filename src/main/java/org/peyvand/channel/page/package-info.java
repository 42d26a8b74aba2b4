/** The administrator's page and the call by which texts are set up. */
@NullMarked
package org.peyvand.channel.page;

import org.jspecify.annotations.NullMarked;
