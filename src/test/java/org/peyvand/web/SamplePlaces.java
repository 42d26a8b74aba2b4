package org.peyvand.web;

import java.util.List;
import org.peyvand.locale.Presentation;

/** A side bar as a seller sees it. */
final class SamplePlaces {

    private SamplePlaces() {}

    static List<Place> of(Presentation presentation) {
        boolean persian = presentation.isPersian();
        return List.of(
                Place.of(Section.WORK, 1, "inbox", persian ? "کارتابل" : "Inbox", "/")
                        .counting(presentation.number(16))
                        .atHand(),
                Place.of(Section.WORK, 2, "chart-histogram", persian ? "گزارش‌ها" : "Reports", "/reports"),
                Place.of(Section.SALES, 1, "user-plus", persian ? "سرنخ‌ها" : "Leads", "/leads")
                        .creating("/leads/new", persian ? "سرنخ" : "Lead")
                        .counting(presentation.number(6)),
                Place.of(
                                Section.SALES,
                                2,
                                "target-arrow",
                                persian ? "فرصت‌های فروش" : "Opportunities",
                                "/opportunities")
                        .creating("/opportunities/new", persian ? "فرصت فروش" : "Opportunity")
                        .atHand(),
                Place.of(Section.CUSTOMER, 1, "building", persian ? "شرکت‌ها" : "Accounts", "/accounts")
                        .creating("/accounts/new", persian ? "شرکت" : "Account")
                        .atHand(),
                Place.of(Section.CUSTOMER, 2, "users", persian ? "اشخاص" : "Contacts", "/contacts")
                        .creating("/contacts/new", persian ? "شخص" : "Contact"),
                Place.of(
                        Section.ADMINISTRATION,
                        1,
                        "adjustments-horizontal",
                        persian ? "طراحی" : "Design",
                        "/admin/design"));
    }
}
