package org.peyvand.web.list;

import java.util.List;

/**
 * What the dialog of an order offers.
 *
 * @param action where the order is sent
 * @param refresh whether the page is read again where its reader stands, rather than another one shown
 */
public record OrderForm(String action, String title, boolean refresh, List<Item> items) {

    /** One of the things that are put in order. */
    public record Item(String id, String label) {}
}
