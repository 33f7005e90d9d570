package dev.perdure.machine;

import dev.perdure.StartOptions;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the processor knows of a durable method, for the runtime: its points, its slots, and which of them are live where.
 * Immutable; generated code keeps one in a static field named {@code LAYOUT}.
 */
public final class Layout {
    private final int contract;
    private final Class<?> host;
    private final String method;
    private final String file;
    private final Supplier<Frame> frames;
    private final List<Slot> slots;
    private final List<Point> points;
    private final Map<String, Integer> byLabel;
    private final Type returnType;
    private final boolean isStatic;
    private final String queue;
    private final String lines;
    private final BitSet tails;
    private final List<Layout> parts;

    private Layout(Builder builder) {
        contract = builder.contract;
        host = builder.host;
        method = builder.method;
        file = builder.file;
        frames = builder.frames;
        slots = List.copyOf(builder.slots);
        points = List.copyOf(builder.points);
        returnType = builder.returnType;
        isStatic = builder.isStatic;
        queue = builder.queue;
        lines = builder.lines;
        tails = (BitSet) builder.tails.clone();
        parts = List.copyOf(builder.parts);
        byLabel = new HashMap<>();
        for (int i = 0; i < points.size(); i++) byLabel.put(points.get(i).label(), i);
    }

    /**
     * Begins a description.
     *
     * @param contract the contract number that the processor was made for
     * @param host the class that declares the method
     * @param method the method's identity, such as {@code shop.OrderFlow.place(shop.Order)}: host's canonical name, method
     *     name, erased parameter types
     * @param file the simple name of the source file
     * @param frames makes fresh frames, at the entry
     */
    public static Builder of(int contract, Class<?> host, String method, String file, Supplier<Frame> frames) {
        return new Builder(contract, host, method, file, frames);
    }

    /** The contract number that the processor was made for. */
    public int contract() {
        return contract;
    }

    /** The class that declares the method. */
    public Class<?> host() {
        return host;
    }

    /** The method's identity. */
    public String method() {
        return method;
    }

    /** The simple name of the source file. */
    public String file() {
        return file;
    }

    /** Whether the method is static, and needs no instance. */
    public boolean isStatic() {
        return isStatic;
    }

    /** The queue of its runs, where the start names no other. */
    public String queue() {
        return queue;
    }

    /** A fresh frame at the entry, its arguments not yet set. */
    public Frame newFrame() {
        return frames.get();
    }

    /** All slots; the first ones are the method's parameters, in order. */
    public List<Slot> slots() {
        return slots;
    }

    /** All points; point 0 is the entry, whose resume slots are the parameters. */
    public List<Point> points() {
        return points;
    }

    /** A point by index. */
    public Point point(int index) {
        return points.get(index);
    }

    /** The index of a label's point, or null. */
    public @Nullable Integer pointOf(String label) {
        return byLabel.get(label);
    }

    /**
     * Whether nothing lies between a point and the method's end: its outcome, value or exception, is what the method returns or
     * throws, and no code of the user runs in between. The engine then records the outcome and the end in one write.
     */
    public boolean isTail(int point) {
        return tails.get(point);
    }

    /** The layouts of the lambdas in the method that have become machines of their own: branches and undos. */
    public List<Layout> parts() {
        return parts;
    }

    /** What the method returns. */
    public Type returnType() {
        return returnType;
    }

    /**
     * Which line of the generated file stems from which line of the user's: pairs {@code generated:user}, ascending, each
     * holding until the next, separated by blanks. Empty where the class file's own table already names the user's lines.
     */
    public String lines() {
        return lines;
    }

    /** Collects a description. */
    public static final class Builder {
        private final int contract;
        private final Class<?> host;
        private final String method;
        private final String file;
        private final Supplier<Frame> frames;
        private final List<Slot> slots = new ArrayList<>();
        private final List<Point> points = new ArrayList<>();
        private Type returnType = void.class;
        private boolean isStatic;
        private String queue = StartOptions.DEFAULT_QUEUE;
        private String lines = "";
        private final BitSet tails = new BitSet();
        private final List<Layout> parts = new ArrayList<>();

        private Builder(int contract, Class<?> host, String method, String file, Supplier<Frame> frames) {
            this.contract = contract;
            this.host = host;
            this.method = method;
            this.file = file;
            this.frames = frames;
        }

        /** The next slot. */
        public Builder slot(String name, Type type) {
            slots.add(new Slot(name, type));
            return this;
        }

        /** The next slots, in order, by type and name. */
        public Builder slots(Type[] types, String... names) {
            for (int i = 0; i < names.length; i++) slot(names[i], types[i]);
            return this;
        }

        /** The next point, with lists of slots as numbers separated by blanks; see {@link Point}. */
        public Builder at(
                String label,
                int line,
                int issueBlock,
                int resumeBlock,
                @Nullable String issueSlots,
                String resumeSlots,
                Type resultType) {
            return point(
                    label,
                    line,
                    issueBlock,
                    resumeBlock,
                    issueSlots == null ? null : numbers(issueSlots),
                    numbers(resumeSlots),
                    resultType);
        }

        private static int[] numbers(String text) {
            var words = new StringTokenizer(text);
            var numbers = new int[words.countTokens()];
            for (int i = 0; i < numbers.length; i++) numbers[i] = Integer.parseInt(words.nextToken());
            return numbers;
        }

        /** The next point; see {@link Point}. */
        public Builder point(
                String label,
                int line,
                int issueBlock,
                int resumeBlock,
                int @Nullable [] issueSlots,
                int[] resumeSlots,
                Type resultType) {
            points.add(new Point(label, line, issueBlock, resumeBlock, issueSlots, resumeSlots, resultType));
            return this;
        }

        /** Marks the point that was given last as a tail; see {@link Layout#isTail}. */
        public Builder tail() {
            tails.set(points.size() - 1);
            return this;
        }

        /** What the method returns; default void. */
        public Builder returns(Type type) {
            returnType = type;
            return this;
        }

        /** The layout of a lambda that has become a machine of its own. */
        public Builder part(Layout lambda) {
            parts.add(lambda);
            return this;
        }

        /** Marks a static method. */
        public Builder isStatic() {
            isStatic = true;
            return this;
        }

        /** The queue of its runs; default {@value StartOptions#DEFAULT_QUEUE}. */
        public Builder queue(String name) {
            queue = name;
            return this;
        }

        /** See {@link Layout#lines}. */
        public Builder lines(String table) {
            lines = table;
            return this;
        }

        /** The finished description. */
        public Layout build() {
            return new Layout(this);
        }
    }
}
