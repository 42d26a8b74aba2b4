package org.peyvand.activity.worktime;

import java.util.List;
import org.peyvand.web.AdministratorPlaces;
import org.springframework.stereotype.Component;

/** The entry for working hours and holidays. */
@Component
class WorkTimePlaces implements AdministratorPlaces {

    @Override
    public List<Entry> entries() {
        return List.of(new Entry(10, "clock", "worktime.title", WorkTimeAdmin.HERE));
    }
}
