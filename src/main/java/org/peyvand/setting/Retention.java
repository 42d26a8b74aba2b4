package org.peyvand.setting;

/**
 * For how many days what is over is kept; zero for ever.
 *
 * @param notices days after which users were told something
 * @param messages days after which an e-mail or a text was sent, failed or left uncertain
 */
public record Retention(int notices, int messages) {}
