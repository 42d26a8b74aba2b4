package org.peyvand.demo;

import org.peyvand.setting.Settings.Demo;

/** How many of each there are to be; every account has at least one contact. */
record Size(
        int accounts,
        int contacts,
        int relations,
        int leads,
        int opportunities,
        int tasks,
        int notes,
        int calls,
        int meetings) {

    static Size of(Demo demo) {
        return switch (demo) {
            case NONE -> new Size(0, 0, 0, 0, 0, 0, 0, 0, 0);
            case SMALL -> new Size(600, 2_000, 150, 400, 1_500, 900, 800, 700, 300);
            case LARGE -> new Size(200_000, 1_000_000, 20_000, 50_000, 200_000, 100_000, 100_000, 50_000, 20_000);
        };
    }
}
