package org.peyvand.web.exchange;

import java.util.List;
import java.util.stream.Stream;
import org.peyvand.locale.Messages;
import org.peyvand.record.Actor;
import org.peyvand.record.Labels;
import org.peyvand.record.RecordType;
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
        return Stream.concat(
                        types.all(actor, Operation.IMPORT).stream()
                                .map(type -> command("command.import", "file-import", "/imports/new", type)),
                        types.all(actor, Operation.EXPORT).stream()
                                .map(type -> command("command.export.file", "file-export", "/exports", type)))
                .toList();
    }

    private Command command(String key, String icon, String page, RecordType type) {
        return new Command(
                Group.MAKE,
                icon,
                Name.of(language -> messages.text(language, key, labels.many(type, language)))
                        .also(messages, key),
                new Act.Go(page + "?type=" + type.plural()));
    }
}
