package org.peyvand.web.record;

import java.util.ArrayList;
import java.util.List;
import org.peyvand.locale.Messages;
import org.peyvand.record.Actor;
import org.peyvand.record.Labels;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.web.Command;
import org.peyvand.web.Command.Act;
import org.peyvand.web.Command.Group;
import org.peyvand.web.Command.Name;
import org.peyvand.web.Commands;
import org.peyvand.web.Spot;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What can be done with the record one looks at: note what happened, hand it over, move it on, add what belongs to it. */
@Component
@Order(10)
class RecordCommands implements Commands {

    private final Records records;
    private final Labels labels;
    private final Messages messages;

    RecordCommands(Records records, Labels labels, Messages messages) {
        this.records = records;
        this.labels = labels;
        this.messages = messages;
    }

    @Override
    public List<Command> commands(Actor actor, Spot spot) {
        StoredRecord record = spot.record();
        if (record == null) {
            return List.of();
        }
        String href = "/" + record.type().plural() + "/" + record.id();
        List<Command> commands = new ArrayList<>();
        if (record.deleted()) {
            commands.add(pressing("restore", "command.restore", "form[action='" + href + "/restoration'] button"));
            return commands;
        }
        commands.addAll(activities(record));
        commands.addAll(changes(record, href));
        commands.addAll(related(record));
        commands.add(pressing("star", "command.star", "form[action='/favourites" + href + "'] button"));
        commands.add(new Command(
                Group.RECORD, "history", Name.of(messages, "command.history"), new Act.Go(href + "/history")));
        if (records.may(record, Operation.DELETE)) {
            commands.add(pressing("trash", "command.delete", "form[action='" + href + "/deletion'] button"));
        }
        return commands;
    }

    private List<Command> activities(StoredRecord record) {
        if (!record.type().is(RecordType.Flag.TIMELINE)) {
            return List.of();
        }
        return records.activities().stream()
                .filter(activity -> records.may(activity.type(), Operation.CREATE))
                .map(activity -> {
                    RecordType type = activity.type();
                    String key = "command.activity." + type.plural();
                    String value = record.type().plural() + "/" + record.id();
                    return new Command(
                            Group.RECORD,
                            type.icon(),
                            Name.of(language -> messages.has(language, key)
                                            ? messages.text(language, key)
                                            : messages.text(language, "command.activity", labels.one(type, language)))
                                    .also(messages, key),
                            new Act.Dialog("/" + type.plural() + "/new?"
                                    + activity.about().name() + "=" + value));
                })
                .toList();
    }

    private List<Command> changes(StoredRecord record, String href) {
        RecordType type = record.type();
        if (!records.may(record, Operation.UPDATE)) {
            return List.of();
        }
        List<Command> commands = new ArrayList<>();
        type.boardField()
                .filter(field -> records.writes(type, field))
                .ifPresent(field -> commands.add(change(type, field, "arrows-right-left")));
        if (Records.isOwned(type) && records.writes(type, type.field(SystemFields.OWNER.name()))) {
            commands.add(change(type, type.field(SystemFields.OWNER.name()), "user-share"));
        }
        commands.add(
                new Command(Group.RECORD, "pencil", Name.of(messages, "command.edit"), new Act.Dialog(href + "/edit")));
        return commands;
    }

    /** Begins to edit the field where it stands. */
    private Command change(RecordType type, Field<?> field, String icon) {
        return new Command(
                Group.RECORD,
                icon,
                Name.of(language -> messages.text(language, "command.change", labels.field(type, field, language)))
                        .also(messages, "command.change." + field.name()),
                new Act.Press("#fact-" + field.name() + " a.pen"));
    }

    /** A new record that refers to this one, of the types people start from. */
    private List<Command> related(StoredRecord record) {
        List<Command> commands = new ArrayList<>();
        for (RecordType type : records.model().types()) {
            type.ownFields().stream()
                    .filter(field -> field.type() instanceof ReferenceType reference
                            && reference.target().equals(record.type().plural())
                            && type.is(RecordType.Flag.NAVIGATION)
                            && records.may(type, Operation.CREATE)
                            && records.writes(type, field))
                    .findFirst()
                    .ifPresent(field -> commands.add(new Command(
                            Group.RECORD,
                            type.icon(),
                            Name.of(language -> messages.text(
                                    language,
                                    "command.related",
                                    labels.one(type, language),
                                    labels.one(record.type(), language))),
                            new Act.Dialog("/" + type.plural() + "/new?" + field.name() + "=" + record.id()))));
        }
        return commands;
    }

    private Command pressing(String icon, String key, String selector) {
        return new Command(Group.RECORD, icon, Name.of(messages, key), new Act.Press(selector));
    }
}
