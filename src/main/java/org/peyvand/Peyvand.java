package org.peyvand;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the program. */
@SpringBootApplication
public class Peyvand {

    public static void main(String[] args) {
        SpringApplication.run(Peyvand.class, args);
    }
}
