package org.peyvand.database;

/** The program will not start, for a reason the operator can remove; the message is one sentence that names the setting. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StartRefused(String sentence) {
        super(sentence);
    }

    public StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
