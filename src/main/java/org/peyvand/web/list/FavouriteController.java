package org.peyvand.web.list;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.search.Favourites;
import org.peyvand.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Gives a record or a view a star, and takes it away. */
@Controller("webFavourites")
@Requires(Requires.Permission.SIGNED_IN)
class FavouriteController {

    private final CurrentActor current;
    private final Favourites favourites;

    FavouriteController(CurrentActor current, Favourites favourites) {
        this.current = current;
        this.favourites = favourites;
    }

    @PostMapping("/favourites/" + ListController.TYPE + "/{id}")
    String star(
            Page page,
            @PathVariable String type,
            @PathVariable UUID id,
            @RequestParam boolean on,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partial,
            Model model) {
        if (on) {
            favourites.add(current.actor(), type, id);
        } else {
            favourites.remove(current.actor(), id);
        }
        if (partial == null) {
            return "redirect:/" + type + "/" + id;
        }
        model.addAttribute("href", "/favourites/" + type + "/" + id);
        model.addAttribute("starred", on);
        return "web/star";
    }
}
