package dev.perdure.processor.lower;

import dev.perdure.processor.model.Code;
import dev.perdure.processor.model.Facts;
import dev.perdure.processor.model.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Blocks while they are being filled. */
final class Graph {
    static final int OWN = -1;

    private final Map<Integer, Block> finished = new LinkedHashMap<>();
    private final List<Integer> handlers = new ArrayList<>();
    private int current = -1;
    private List<Item> items = new ArrayList<>();
    private int handler = -1;

    /** A new block under the handler in force. */
    int block() {
        handlers.add(handler);
        return handlers.size() - 1;
    }

    int handler() {
        return handler;
    }

    /** Sets the handler of blocks made from now on. */
    void handler(int block) {
        handler = block;
    }

    /** Fills a block from now on. The block before must have ended. */
    void start(int block) {
        if (current >= 0) throw new IllegalStateException("block " + current + " has no end");
        current = block;
        items = new ArrayList<>();
    }

    /** Whether statements added now could run. */
    boolean open() {
        return current >= 0;
    }

    void add(Code code, Facts facts, int position) {
        add(new Item(code, facts, List.of(), position, null));
    }

    void add(Item item) {
        if (!open()) start(block());
        items.add(item);
    }

    void declare(Var var, int position) {
        add(new Item(Code.NONE, Facts.write(var), List.of(), position, var));
    }

    void end(End end) {
        if (!open()) return;
        finished.put(current, new Block(current, handlers.get(current), List.copyOf(items), end));
        current = -1;
    }

    void go(int block) {
        end(new End.Go(block));
    }

    /** Ends the current block and goes on in a new one. */
    void next(int block) {
        go(block);
        start(block);
    }

    @Nullable
    Block get(int id) {
        return finished.get(id);
    }

    /** All blocks in the order in which they were finished. */
    List<Block> all() {
        return List.copyOf(finished.values());
    }
}
