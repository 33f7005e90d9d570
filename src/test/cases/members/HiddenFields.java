package members;

import static dev.perdure.Perdure.await;
import static members.other.Shown.NAME;
import static members.other.Shown.called;
import static members.other.Shown.counted;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Effects;
import java.util.ArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Cases 28, 77, 78 and 85: fields and methods that generated code may not name, assigned, referred to and called in all ways. */
public class HiddenFields extends Ancestor {
    private static int calls;
    private static String log = "";
    private final Effects fx;

    HiddenFields(Effects fx) {
        this.fx = fx;
    }

    /** A table that nobody else may name. */
    private static final class Table {
        private static final int[] NUMBERS = {4, 5, 6};
        static final int[] MORE = {7, 8};
        private static int count = 1;
        static int open = 2;

        private static int number(int at, int... more) {
            return NUMBERS[at] + more.length;
        }

        static int more(int at) {
            return MORE[at];
        }
    }

    @Durable
    public String c077_statics_of_a_private_class(int n) {
        Table.count = n;
        Table.open = n;
        Table.count += 2;
        Table.open++;
        var text = Table.NUMBERS[n % 3] + Table.MORE[1] + Table.number(1, 2, 3) + "," + Table.more(0) + Table.count;
        Function<Integer, Integer> reference = Table::more;
        text += reference.apply(1) + Table.open;
        return text + await(() -> fx.num("a", Table.number(2) + Table.more(1))).get();
    }

    /** What has private fields of every kind. */
    public static final class Pot {
        private int count = 1;
        private byte small = 120;
        private Integer boxed = 7;
        private Character letter = 'a';
        private String text = "t";
        private Object any = "any";
        private long[] many = {1, 2};
        private boolean flag;
        private Pot next;
    }

    /** What is the same object after a crash. */
    enum Jar {
        LEFT;
        private int full;
    }

    private static Jar jar(int n) {
        Jar.LEFT.full = 3; // what is not saved is set anew where code runs again
        return n == 3 ? null : Jar.LEFT;
    }

    private static Pot pot(StringBuilder order, String name, Pot pot) {
        order.append(name);
        return pot;
    }

    private static String show(Pot pot) {
        return pot.count + "," + pot.small + "," + pot.boxed + "," + pot.letter + "," + pot.text + "," + pot.any + ","
                + pot.many[0] + pot.many[1] + "," + pot.flag;
    }

    @Durable
    public String c077_compound_assignment_of_private_fields(int n) {
        var order = new StringBuilder();
        var pot = new Pot();
        pot.count += n;
        pot.small += n + 0.5;
        int before = pot(order, "a", pot).count++ + ++pot(order, "b", pot).count;
        pot.boxed *= 2;
        pot.boxed++;
        pot.letter++;
        pot.text += n + 1;
        pot.text += 'c';
        pot.text += null;
        pot.any += "!";
        pot.many[0] += n;
        pot.many[1]--;
        pot.flag |= n > 2;
        (pot.count) <<= 1;
        int result = pot.count -= pot.count / 2;
        pot.next = new Pot();
        pot.next.count += pot(order, "c", pot).count += n;
        var shown = show(pot) + show(pot.next) + order + before + result;
        return shown + await(() -> fx.num("a", n)).get();
    }

    @Durable
    public String c028_compound_of_private_fields_with_an_await(int n) {
        jar(n).full += await(() -> fx.num("a", n)).get();
        return Jar.LEFT.full + "!";
    }

    @Durable
    public String c028_compound_of_a_private_static_with_an_await(int n) {
        calls = 1;
        calls -= await(() -> fx.num("a", n)).get();
        return "" + calls;
    }

    @Durable
    public String c028_compound_of_a_private_field_of_what_is_awaited(int n) {
        jar(await(() -> fx.num("a", n)).get()).full *= 5;
        return "" + Jar.LEFT.full;
    }

    @Durable
    public String c028_increment_of_a_private_field_of_what_is_awaited(int n) {
        int was = jar(await(() -> fx.num("a", n)).get()).full++;
        return was + "," + Jar.LEFT.full;
    }

    @Durable
    public String c077_private_statics(int n) {
        calls = n;
        log = "";
        calls += 2;
        calls++;
        int was = calls--;
        log += was;
        HiddenFields.log += calls;
        Runnable more = () -> calls += 10;
        more.run();
        var text = log + calls;
        return text + await(() -> fx.num("a", n)).get();
    }

    private String join(String first, String... rest) {
        return first + rest.length + String.join("-", rest);
    }

    @Durable
    public String c077_references_to_variable_arity(int n) {
        Function<String, String> one = this::join;
        BiFunction<String, String, String> two = this::join;
        BiFunction<String, String[], String> array = this::join;
        Function<String, String> ofSuper = super::glue;
        var text = one.apply("a") + two.apply("b", "c") + array.apply("d", new String[] {"e", "f"}) + ofSuper.apply("g");
        return text + await(() -> fx.num("a", n)).get();
    }

    /** What refers to a method of another object. */
    private String own() {
        return "own";
    }

    @Durable
    public String c077_reference_keeps_what_it_was_made_of(int n) {
        var other = new HiddenFields(fx);
        Supplier<String> first = other::own;
        var list = new ArrayList<Supplier<String>>();
        for (int i = 0; i < 2; i++) {
            other = new HiddenFields(fx);
            list.add(other::own);
        }
        other = null;
        var text = first.get() + list.get(0).get() + list.get(1).get();
        return text + await(() -> fx.num("a", n)).get();
    }

    @Override
    @Durable
    public String all(long first, String... rest) {
        return "heir";
    }

    @Override
    @Durable
    public String one(String[] texts) {
        return "heir";
    }

    @Durable
    public String c085_variable_arity_of_super(int n) {
        var text = super.all(n) + super.all(n, "a") + super.all(n, "a", "b" + await(() -> fx.num("x", n)).get());
        text += super.all(n, new String[] {"c", "d", "e"}) + super.one(new String[] {"f", "g"});
        return text + all(1);
    }

    @Durable
    public String c078_static_imports_of_what_a_hidden_class_declares(int n) {
        counted = n;
        counted++;
        var text = NAME + called(n) + counted;
        text += await(() -> fx.text("a", NAME + called(1))).get();
        return text + NAME;
    }
}

/** The class above. */
class Ancestor {
    String glue(String first, Object... rest) {
        return "glue" + first + rest.length;
    }

    @Durable
    public String all(long first, String... rest) {
        return first + ":" + rest.length + await(() -> String.join("+", rest)).named("join").get();
    }

    @Durable
    public String one(String[] texts) {
        return texts.length + await(() -> texts[0]).named("first").get();
    }
}
