package org.peyvand.web.list;

import java.util.ArrayList;
import java.util.List;
import org.peyvand.locale.Messages;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.peyvand.web.Command;
import org.peyvand.web.Command.Act;
import org.peyvand.web.Command.Group;
import org.peyvand.web.Command.Name;
import org.peyvand.web.Commands;
import org.peyvand.web.Spot;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What can be done with the list one looks at. */
@Component
@Order(15)
class ListCommands implements Commands {

    private final Messages messages;

    ListCommands(Messages messages) {
        this.messages = messages;
    }

    @Override
    public List<Command> commands(Actor actor, Spot spot) {
        RecordType type = spot.type();
        if (type == null || !spot.isList()) {
            return List.of();
        }
        List<Command> commands = new ArrayList<>();
        commands.add(pressing("filter", "command.narrow", ".filter a.addchip"));
        commands.add(pressing("search", "command.find", "#find"));
        commands.add(pressing("select-all", "command.selectAll", "[data-select-all]"));
        if (type.boardField().isPresent()) {
            commands.add(
                    pressing("list", "command.asList", ".seg a:not([href*='view=board']):not([href*='way=board'])"));
        }
        commands.add(pressing("bookmark", "command.saveView", ".tabs a[href*='/views/new']"));
        commands.add(pressing("columns-3", "command.columns", ".filter a[href*='/columns']"));
        commands.add(pressing("download", "command.export", ".head a[href^='/exports?']"));
        return commands;
    }

    private Command pressing(String icon, String key, String selector) {
        return new Command(Group.LIST, icon, Name.of(messages, key), new Act.Press(selector));
    }
}
