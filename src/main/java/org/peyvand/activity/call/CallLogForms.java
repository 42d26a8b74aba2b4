package org.peyvand.activity.call;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.activity.Call;
import org.peyvand.activity.Task;
import org.peyvand.activity.WorkCalendars;
import org.peyvand.record.Actor;
import org.peyvand.record.Labels;
import org.peyvand.record.Models;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.ChoiceType;
import org.peyvand.record.field.Field;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.query.RecordName;
import org.peyvand.web.Choice;
import org.peyvand.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Makes the dialog in which a call is logged. */
@Component
class CallLogForms {

    /** What is asked about the call. */
    static final List<Field<?>> CALL =
            List.of(Call.DESCRIPTION, Call.OUTCOME, Call.DIRECTION, Call.PHONE, Call.REGARDING);

    /** What is asked about the next step. */
    static final List<Field<?>> STEP = List.of(Task.SUBJECT, Task.DUE_AT);

    private final ReadGate gate;
    private final Models models;
    private final Labels labels;
    private final WorkCalendars calendars;
    private final Clock clock;

    CallLogForms(ReadGate gate, Models models, Labels labels, WorkCalendars calendars, Clock clock) {
        this.gate = gate;
        this.models = models;
        this.labels = labels;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** An answered call of one's own, with a next step on the next working day, should there be one. */
    CallLogForm blank(Actor actor, String regarding, Page page) {
        LocalDate today = page.presentation().dateOf(clock.instant());
        LocalDate soon = calendars.of(actor, today).plusWorkingDays(today, 1);
        Map<String, String> typed = new HashMap<>();
        typed.put(Call.OUTCOME.name(), "answered");
        typed.put(Call.DIRECTION.name(), "outgoing");
        typed.put("next." + Task.DUE_AT.name(), page.presentation().dateInput(soon));
        return form(actor, regarding, typed, Map.of(), page);
    }

    /** As it was sent, with what is wrong with it. */
    CallLogForm again(Actor actor, MultiValueMap<String, String> sent, Map<String, String> wrong, Page page) {
        String regarding = Objects.requireNonNullElse(sent.getFirst(Call.REGARDING.name()), "");
        return form(actor, regarding, sent.toSingleValueMap(), wrong, page);
    }

    /** How the actor knows a record; empty when there is none or it is out of reach. */
    String name(Actor actor, @Nullable RecordRef ref) {
        RecordName name = ref == null ? null : gate.names(actor, List.of(ref)).get(ref);
        return name == null ? "" : Objects.requireNonNullElse(name.name(), "");
    }

    private CallLogForm form(
            Actor actor, String regarding, Map<String, String> typed, Map<String, String> wrong, Page page) {
        RecordRef about = ref(regarding);
        String name = name(actor, about);
        Locale language = page.presentation().language();
        return new CallLogForm(
                name.isEmpty() ? "" : regarding,
                name,
                !name.isEmpty(),
                typed,
                choices(Call.OUTCOME, language),
                choices(Call.DIRECTION, language),
                wrong);
    }

    private @Nullable RecordRef ref(String written) {
        var parts = written.split("/", 2);
        if (parts.length < 2 || Loggable.type(models.current(), parts[0]).isEmpty()) {
            return null;
        }
        try {
            return new RecordRef(parts[0], UUID.fromString(parts[1]));
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private List<Choice> choices(Field<String> field, Locale language) {
        RecordType type = models.current().effective(Call.TYPE);
        return type.field(field.name()).type() instanceof ChoiceType choice
                ? choice.options().stream()
                        .map(option -> new Choice(option.key(), labels.option(type, field, option.key(), language)))
                        .toList()
                : List.of();
    }
}
