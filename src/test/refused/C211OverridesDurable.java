package refused;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;

/** A durable method overridden by a plain one, directly and through a class in between, and one of an interface. */
public class C211OverridesDurable {
    interface Greets {
        @Durable
        default String greet(int n) {
            return "hi" + await(() -> n).get();
        }
    }

    static class Parent implements Greets {
        @Durable
        public String run(int n) {
            return "parent" + await(() -> n).get();
        }

        public String run(String other) {
            return other;
        }
    }

    static class Child extends Parent {
        @Override
        @Durable
        public String run(int n) {
            return "child";
        }

        @Override
        public String run(String other) {
            return other + other;
        }
    }

    static class Grandchild extends Child {
        @Override
        public String run(int n) { //! overrides-durable: run, Child, Mark it
            return "grandchild";
        }

        @Override
        public String greet(int n) { //! overrides-durable: greet, Greets
            return "no";
        }
    }
}
