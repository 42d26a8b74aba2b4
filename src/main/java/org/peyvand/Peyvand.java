package org.peyvand;

import org.peyvand.database.DatabaseCommand;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;

/**
 * Starts the program, or one of its commands. What Spring would look for in every method of every bean, and nobody here uses (annotations
 * of transactions, translation of exceptions), is left out: the search takes a tenth of the start.
 */
@SpringBootApplication(
        exclude = {TransactionAutoConfiguration.class, PersistenceExceptionTranslationAutoConfiguration.class})
public class Peyvand {

    public static void main(String[] arguments) {
        DatabaseCommand.named(arguments)
                .ifPresentOrElse(command -> System.exit(command.run(arguments)), () -> serve(arguments));
    }

    private static void serve(String... arguments) {
        if (isPackaged() && System.getProperty(AotDetector.AOT_ENABLED) == null) {
            System.setProperty(AotDetector.AOT_ENABLED, "true");
        }
        SpringApplication.run(Peyvand.class, arguments);
    }

    /** Only the packaged program has its beans defined at build time; classes for development and tests find theirs anew. */
    private static boolean isPackaged() {
        return Peyvand.class.getResource("Peyvand__ApplicationContextInitializer.class") != null;
    }
}
