package org.peyvand.job;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;

/** What a job is about stands in its own row; the scheduler's table holds no data, and never serialised Java. */
final class NoTaskData implements Serializer {

    @Override
    public byte[] serialize(@Nullable Object data) {
        if (data != null) {
            throw new IllegalStateException("jobs carry no data through the scheduler");
        }
        return new byte[0];
    }

    @Override
    @SuppressWarnings("NullAway") // no data, whatever the class
    public <T> T deserialize(Class<T> type, byte[] stored) {
        return null;
    }
}
