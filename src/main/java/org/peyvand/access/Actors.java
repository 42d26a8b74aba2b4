package org.peyvand.access;

import java.util.Optional;
import java.util.UUID;
import org.peyvand.access.permission.Member;
import org.peyvand.access.permission.Members;
import org.peyvand.locale.Presentation;
import org.peyvand.record.Actor;
import org.springframework.stereotype.Component;

/** Users as actors outside of a request: for jobs that act on behalf of somebody. */
@Component
public class Actors {

    private final Members members;

    Actors(Members members) {
        this.members = members;
    }

    /** The user acting through a kind of door, with their rights of this moment; empty when inactive or deleted. */
    public Optional<Actor> find(UUID user, Actor.Kind kind) {
        return members.fresh(user).filter(Member::active).map(member -> member.actor(kind, null));
    }

    /** How the user reads, for what is written to them outside of a request; empty when deleted. */
    public Optional<Presentation> presentation(UUID user) {
        return members.fresh(user).map(Member::presentation);
    }

    /** Whether the actor holds the administrator's role, or is the program itself. */
    public boolean isAdministrator(Actor actor) {
        UUID user = actor.user();
        return actor.isSystem()
                || (user != null
                        && members.fresh(user)
                                .filter(member ->
                                        member.active() && member.permissions().isAdministrator())
                                .isPresent());
    }
}
