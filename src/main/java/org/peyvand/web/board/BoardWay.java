package org.peyvand.web.board;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.ChoiceType;
import org.peyvand.web.Page;
import org.peyvand.web.list.ListBars;
import org.peyvand.web.list.ListState;
import org.peyvand.web.list.ListWay;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** The board: the records of a list, each in the column of its stage. */
@Component
@Order(10)
class BoardWay implements ListWay {

    private final Boards boards;
    private final ListBars bars;

    BoardWay(Boards boards, ListBars bars) {
        this.boards = boards;
        this.bars = bars;
    }

    @Override
    public String key() {
        return "board";
    }

    /** What goes through stages is a pipeline, what stands by its options a board. */
    @Override
    public String label(RecordType type) {
        return type.boardField().orElseThrow().type() instanceof ChoiceType ? "board.way" : "list.way.board";
    }

    @Override
    public String icon() {
        return "layout-kanban";
    }

    @Override
    public boolean offers(RecordType type) {
        return type.boardField().isPresent();
    }

    /** The parameter {@code line} says which of several pipelines. */
    @Override
    public String show(Actor actor, ListState state, MultiValueMap<String, String> sent, Page page, Model model) {
        model.addAttribute("bar", bars.of(actor, state, page));
        model.addAttribute("board", boards.page(actor, state, line(sent.getFirst("line")), page));
        return "web/board/board";
    }

    private static @Nullable UUID line(@Nullable String sent) {
        try {
            return sent == null ? null : UUID.fromString(sent);
        } catch (IllegalArgumentException malformed) {
            throw new Refusal.NotFound();
        }
    }
}
