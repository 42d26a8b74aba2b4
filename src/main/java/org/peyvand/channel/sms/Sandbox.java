package org.peyvand.channel.sms;

import org.peyvand.notice.outbox.Channel.Receipt;

/** Keeps texts for show and sends nothing: for trying out, and as long as no provider is set. */
final class Sandbox implements SmsProvider {

    @Override
    public Receipt send(String reference, String to, String text) {
        return new Receipt("sandbox", SmsParts.of(text).parts());
    }
}
