package org.peyvand.record;

import java.util.List;

/**
 * An expected "no": the caller asked for something that cannot be, and nothing was changed. Each kind is mapped to one
 * status of HTTP in one place. The code is stable and the key of a sentence {@code problem.<code>} in both languages.
 */
public abstract sealed class Refusal extends RuntimeException {

    private final String code;
    private final transient List<String> arguments;

    private Refusal(String code, List<String> arguments) {
        this(code, arguments, List.of());
    }

    private Refusal(String code, List<String> arguments, List<Problem> problems) {
        super(code + arguments + problems.stream().limit(5).toList());
        this.code = code;
        this.arguments = List.copyOf(arguments);
    }

    public String code() {
        return code;
    }

    public List<String> arguments() {
        return arguments;
    }

    /** The request itself makes no sense: an unknown name, a bad operator, a broken cursor. */
    public static final class Malformed extends Refusal {
        private final transient List<Problem> problems;

        public Malformed(String code, String... arguments) {
            this(List.of(), code, arguments);
        }

        /** About one field or parameter, with the code as that of the whole. */
        public static Malformed about(String field, String code, String... arguments) {
            return new Malformed(List.of(Problem.of(field, code, arguments)), code, arguments);
        }

        public Malformed(List<Problem> problems, String code, String... arguments) {
            super(code, List.of(arguments), problems);
            this.problems = List.copyOf(problems);
        }

        public List<Problem> problems() {
            return problems;
        }
    }

    /** It is not there, or the actor may not know that it is. */
    public static final class NotFound extends Refusal {
        public NotFound() {
            super("not-found", List.of());
        }
    }

    /** The actor sees it but may not do this. */
    public static final class Forbidden extends Refusal {
        public Forbidden(String code, String... arguments) {
            super(code, List.of(arguments));
        }
    }

    /** The values are not acceptable; each problem names its field, in a batch as {@code /3/email}. */
    public static final class Invalid extends Refusal {
        private final transient List<Problem> problems;

        public Invalid(List<Problem> problems) {
            super("invalid", List.of(), problems);
            this.problems = List.copyOf(problems);
        }

        public List<Problem> problems() {
            return problems;
        }
    }

    /** The state of things forbids it: a value already taken, an undo of something changed since, a moved count. */
    public static final class Conflict extends Refusal {
        private final transient List<Problem> problems;

        public Conflict(String code, String... arguments) {
            this(List.of(), code, arguments);
        }

        public Conflict(List<Problem> problems, String code, String... arguments) {
            super(code, List.of(arguments), problems);
            this.problems = List.copyOf(problems);
        }

        public List<Problem> problems() {
            return problems;
        }
    }

    /** The record changed since it was read, in a field that is to be written. */
    public static final class Stale extends Refusal {
        private final transient List<FieldConflict> conflicts;
        private final int version;

        public Stale(List<FieldConflict> conflicts, int version) {
            super("stale", List.of());
            this.conflicts = List.copyOf(conflicts);
            this.version = version;
        }

        /** At which the conflicts were found; whoever chooses between the values has seen no later one. */
        public int version() {
            return version;
        }

        public List<FieldConflict> conflicts() {
            return conflicts;
        }
    }

    /** A read took longer than it may; the caller should narrow it. */
    public static final class TooSlow extends Refusal {
        public TooSlow() {
            super("too-slow", List.of());
        }
    }
}
