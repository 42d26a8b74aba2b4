package org.peyvand;

import org.peyvand.database.DatabaseCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the program, or one of its commands. */
@SpringBootApplication
public class Peyvand {

    public static void main(String[] arguments) {
        DatabaseCommand.named(arguments)
                .ifPresentOrElse(
                        command -> System.exit(command.run(arguments)),
                        () -> SpringApplication.run(Peyvand.class, arguments));
    }
}
