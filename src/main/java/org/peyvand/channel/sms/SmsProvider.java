package org.peyvand.channel.sms;

import org.peyvand.notice.outbox.Channel.Receipt;
import org.peyvand.notice.outbox.Undelivered;

/** Whoever takes texts for the telephone network. */
sealed interface SmsProvider permits Sandbox, Kavenegar, HttpPanel {

    /**
     * Hands one text over.
     *
     * @param reference the same in every attempt
     * @param to the number in E.164
     */
    Receipt send(String reference, String to, String text) throws Undelivered;
}
