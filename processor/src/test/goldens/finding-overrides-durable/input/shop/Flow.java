package shop;

import static dev.perdure.Perdure.*;

import dev.perdure.*;

public class Flow {
    @Durable
    public int run(int n) {
        return await(() -> n + 1).get();
    }

    static class Plain extends Flow {
        @Override
        public int run(int n) {
            return n;
        }
    }
}
