package org.peyvand.web.exchange;

import java.util.List;
import org.peyvand.locale.Messages;
import org.peyvand.record.Actor;
import org.peyvand.record.Labels;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.web.Command;
import org.peyvand.web.Command.Act;
import org.peyvand.web.Command.Group;
import org.peyvand.web.Command.Name;
import org.peyvand.web.Commands;
import org.peyvand.web.Spot;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Importing any type from a file. */
@Component
@Order(30)
class TransferCommands implements Commands {

    private final ImportTypes types;
    private final Labels labels;
    private final Messages messages;

    TransferCommands(ImportTypes types, Labels labels, Messages messages) {
        this.types = types;
        this.labels = labels;
        this.messages = messages;
    }

    @Override
    public List<Command> commands(Actor actor, Spot spot) {
        return types.all(actor, Operation.IMPORT).stream()
                .map(type -> new Command(
                        Group.MAKE,
                        "file-import",
                        Name.of(language -> messages.text(language, "command.import", labels.many(type, language)))
                                .also(messages, "command.import"),
                        new Act.Go("/imports/new?type=" + type.plural())))
                .toList();
    }
}
