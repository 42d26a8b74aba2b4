/** SMS: the provider and its settings, and how texts are counted. */
@NullMarked
package org.peyvand.channel.sms;

import org.jspecify.annotations.NullMarked;
