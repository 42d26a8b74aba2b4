package org.peyvand.web.search;

import java.util.ArrayList;
import java.util.List;
import org.peyvand.locale.Messages;
import org.peyvand.record.Actor;
import org.peyvand.record.Labels;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.web.Command;
import org.peyvand.web.Command.Act;
import org.peyvand.web.Command.Group;
import org.peyvand.web.Command.Name;
import org.peyvand.web.Commands;
import org.peyvand.web.Spot;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The list of every type and the form for a new one of it, also of types that the side bar does not show. */
@Component
@Order(20)
class TypeCommands implements Commands {

    private final Models models;
    private final Labels labels;
    private final Messages messages;
    private final Visibility visibility;

    TypeCommands(Models models, Labels labels, Messages messages, Visibility visibility) {
        this.models = models;
        this.labels = labels;
        this.messages = messages;
        this.visibility = visibility;
    }

    @Override
    public List<Command> commands(Actor actor, Spot spot) {
        List<Command> commands = new ArrayList<>();
        for (RecordType type : models.current().types()) {
            if (type.is(RecordType.Flag.GUARDED)) {
                continue;
            }
            String key = "type." + type.plural();
            if (may(actor, type, Operation.READ)) {
                Name name = Name.of(language -> labels.many(type, language)).also(messages, key);
                commands.add(new Command(Group.GO, type.icon(), name, new Act.Go("/" + type.plural())));
                if (type.boardField().isPresent()) {
                    commands.add(new Command(
                            Group.GO,
                            "layout-kanban",
                            Name.of(language -> messages.text(language, "command.board", labels.many(type, language)))
                                    .also(messages, "command.board"),
                            new Act.Go("/" + type.plural() + "?view=board")));
                }
            }
            if (may(actor, type, Operation.CREATE) && !isMadeElsewhere(type)) {
                Name name = Name.of(language -> messages.text(language, "search.make", labels.one(type, language)))
                        .also(messages, key + ".one");
                commands.add(new Command(Group.MAKE, type.icon(), name, new Act.Dialog("/" + type.plural() + "/new")));
            }
        }
        return commands;
    }

    /** Files come to their record, views from a list. */
    private static boolean isMadeElsewhere(RecordType type) {
        return type.belongsToField().isPresent() || type.audienceField().isPresent();
    }

    private boolean may(Actor actor, RecordType type, Operation operation) {
        return !(visibility.reach(actor, type, operation) instanceof Reach.None);
    }
}
