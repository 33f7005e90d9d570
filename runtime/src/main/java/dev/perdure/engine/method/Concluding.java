package dev.perdure.engine.method;

import dev.perdure.Run;
import dev.perdure.machine.Contract;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import dev.perdure.machine.Types;
import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Source;
import dev.perdure.store.RunImage.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stands for a method that has ended, while the children that its run waits for end too. Its result is the encoded outcome. */
public final class Concluding extends Frame {
    /** The encoded outcome, how the run will have ended, and the children that are left. */
    public static final Layout LAYOUT = Layout.of(
                    Contract.VERSION, Concluding.class, "@concluding", "End", Concluding::new)
            .slot("outcome", String.class)
            .slot("how", String.class)
            .slot("left", Types.of(List.class, String.class))
            .point("@start", 0, 0, 0, null, new int[] {0, 1, 2}, void.class)
            .point("children", 0, 0, 1, new int[] {0, 1, 2}, new int[] {0, 1, 2}, void.class)
            .isStatic()
            .build();

    private String outcome = "";
    private Status how = Status.DONE;
    private List<String> left = new ArrayList<>();
    private @Nullable Function<String, ? extends Run<?>> handles;

    /** To be loaded. */
    public Concluding() {}

    /** For a method that has ended so with this, whose run waits for these. */
    public Concluding(String outcome, Status how, List<String> left) {
        this.outcome = outcome;
        this.how = how;
        this.left = new ArrayList<>(left);
        restoreAt(0);
    }

    /** The encoded outcome of the method. */
    public String outcome() {
        return outcome;
    }

    /** How the run will have ended. */
    public Status how() {
        return how;
    }

    /** Gives it the way to make handles. */
    public void handles(Function<String, ? extends Run<?>> ofIds) {
        handles = ofIds;
    }

    @Override
    public Layout layout() {
        return LAYOUT;
    }

    @Override
    protected int $run() {
        if ($state == 1) {
            left.remove(0);
            $state = 0;
        }
        var ofIds = handles;
        if (left.isEmpty() || ofIds == null) return $return(null);
        return $await(1, AwaitSpec.of(new Source.Result<>(ofIds.apply(left.get(0)))));
    }

    @Override
    public void $bind(@Nullable Object self) {}

    @Override
    public @Nullable Object $get(int slot) {
        return slot == 0 ? outcome : slot == 1 ? how.name() : left;
    }

    @Override
    @SuppressWarnings("unchecked") // by the layout
    public void $set(int slot, @Nullable Object value) {
        switch (slot) {
            case 0 -> outcome = "" + value;
            case 1 -> how = Status.valueOf("" + value);
            default -> left = new ArrayList<>((List<String>) Objects.requireNonNull(value));
        }
    }
}
