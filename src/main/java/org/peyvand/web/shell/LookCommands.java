package org.peyvand.web.shell;

import java.util.ArrayList;
import java.util.List;
import org.peyvand.locale.Messages;
import org.peyvand.record.Actor;
import org.peyvand.web.Command;
import org.peyvand.web.Command.Act;
import org.peyvand.web.Command.Group;
import org.peyvand.web.Command.Name;
import org.peyvand.web.Commands;
import org.peyvand.web.Spot;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How the program looks, in which language it speaks, one's own settings and the way out: the menu of the reader. */
@Component
@Order(90)
class LookCommands implements Commands {

    private static final String MENU = "#user-menu ";

    private final Messages messages;

    LookCommands(Messages messages) {
        this.messages = messages;
    }

    @Override
    public List<Command> commands(Actor actor, Spot spot) {
        List<Command> commands = new ArrayList<>();
        commands.add(pressing("moon", "command.theme.dark", "input[name=theme][value=dark]"));
        commands.add(pressing("sun", "command.theme.light", "input[name=theme][value=light]"));
        commands.add(pressing("device-desktop", "command.theme.system", "input[name=theme][value=system]"));
        commands.add(pressing("baseline-density-small", "command.dense", "input[name=density][value=compact]"));
        commands.add(pressing("baseline-density-medium", "command.airy", "input[name=density][value=normal]"));
        commands.add(pressing("language", "command.language", "a[hreflang]"));
        commands.add(new Command(
                Group.LOOK, "keyboard", Name.of(messages, "command.shortcuts"), new Act.Dialog("/shortcuts")));
        commands.add(
                new Command(Group.LOOK, "settings", Name.of(messages, "command.settings"), new Act.Go("/settings")));
        commands.add(pressing("logout", "command.leave", "form[action='/logout'] button"));
        return commands;
    }

    private Command pressing(String icon, String key, String selector) {
        return new Command(Group.LOOK, icon, Name.of(messages, key), new Act.Press(MENU + selector));
    }
}
