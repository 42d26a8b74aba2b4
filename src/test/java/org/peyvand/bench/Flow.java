package org.peyvand.bench;

/**
 * How fast many rows went in.
 *
 * @param target rows a second that it shall reach at least
 * @param program rows a second through the program
 * @param bare rows a second of set-based inserts of the same rows
 */
record Flow(String name, int rows, double target, double program, double bare) {}
