package shop;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;

public class Flow {
    @Durable
    public int place(int amount) {
        return await(() -> amount + 1).named("add").get();
    }
}
