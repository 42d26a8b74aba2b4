package org.peyvand.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.peyvand.locale.Presentation;

/** Extension point: adds places to the side bar, those the reader of the request may see. */
public interface Places {

    List<Place> of(HttpServletRequest request, Presentation presentation);
}
