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
    private final transient Reason reason;

    public Undelivered(Kind kind, Reason reason) {
        super(reason.toString());
        this.kind = kind;
        this.reason = reason;
    }

    public Undelivered(Kind kind, Reason reason, Throwable cause) {
        super(reason.toString(), cause);
        this.kind = kind;
        this.reason = reason;
    }

    public Kind kind() {
        return kind;
    }

    public Reason reason() {
        return reason;
    }
}
