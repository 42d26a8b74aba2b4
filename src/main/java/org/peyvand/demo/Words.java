package org.peyvand.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The word lists that the company is composed of: one row a line, its parts separated by bars. */
final class Words {

    final List<List<String>> givenNames = read("given-names");
    final List<List<String>> familyNames = read("family-names");
    final List<List<String>> firmNames = read("firm-names");
    final List<List<String>> firms = read("firms");
    final List<List<String>> cities = read("cities");
    final List<List<String>> streets = read("streets");
    final List<List<String>> jobTitles = read("job-titles");
    final List<List<String>> tags = read("tags");
    final List<List<String>> products = read("products");
    final List<List<String>> deals = read("deals");
    final List<List<String>> nextSteps = read("next-steps");
    final List<List<String>> tasks = read("tasks");
    final List<List<String>> notes = read("notes");
    final List<List<String>> calls = read("calls");
    final List<List<String>> meetings = read("meetings");
    final List<List<String>> competitors = read("competitors");
    final List<List<String>> staff = read("staff");
    final List<List<String>> teams = read("teams");
    final List<List<String>> pipelines = read("pipelines");

    private static List<List<String>> read(String list) {
        String path = "/demo/" + list + ".txt";
        try (InputStream stream = Words.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("Missing " + path);
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.copyOf(Arrays.asList(line.split("\\|", -1))))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("Reading " + path, failure);
        }
    }
}
