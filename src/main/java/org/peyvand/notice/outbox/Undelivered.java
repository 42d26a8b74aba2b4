package org.peyvand.notice.outbox;

/** The other side did not take a message, for a reason that may be shown to an administrator and holds no secret. */
public final class Undelivered extends Exception {

    /** What may be done about it. */
    public enum Kind {
        /** It may be taken later. */
        FOR_NOW,
        /** It will never be taken. */
        FOR_GOOD,
        /** It may have been taken: the answer did not arrive. */
        PERHAPS
    }

    private final Kind kind;

    public Undelivered(Kind kind, String reason) {
        super(reason);
        this.kind = kind;
    }

    public Undelivered(Kind kind, String reason, Throwable cause) {
        super(reason, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
