package org.peyvand.notice;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The ways besides the page that some module opened. */
@Component
final class Carriers {

    private final ObjectProvider<Carrier> carriers;

    Carriers(ObjectProvider<Carrier> carriers) {
        this.carriers = carriers;
    }

    Set<Way> open() {
        Set<Way> open = EnumSet.of(Way.PAGE);
        carriers.stream().filter(Carrier::isOpen).forEach(each -> open.add(each.way()));
        return open;
    }

    void take(List<NoticeRows.Told> told) {
        for (Carrier carrier : carriers) {
            List<Carrier.Told> wanted = told.stream()
                    .filter(each -> each.ways().contains(carrier.way()))
                    .map(each -> new Carrier.Told(each.id(), each.reader()))
                    .toList();
            if (!wanted.isEmpty() && carrier.isOpen()) {
                carrier.take(wanted);
            }
        }
    }
}
