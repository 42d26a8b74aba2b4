package org.peyvand.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the program takes, the benchmark within it included and the database aside.
 *
 * @param heap MiB that are in use after collecting garbage
 * @param resident MiB of the process in the memory of the machine, or -1 where the system does not tell
 */
record Memory(long heap, long resident) {

    private static final long MIB = 1024 * 1024;

    static Memory now() throws IOException {
        long resident = residentNow();
        System.gc();
        return new Memory(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MIB, resident);
    }

    private static long residentNow() throws IOException {
        Path status = Path.of("/proc/self/status");
        return !Files.exists(status)
                ? -1
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                        .findFirst()
                        .orElse(-1);
    }
}
