package shop;

import static dev.perdure.Perdure.*;

import dev.perdure.Durable;

/** Awaits behind which the method just ends, and awaits behind which it does not quite. */
public class Flow {
    private final Bank bank;

    Flow(Bank bank) {
        this.bank = bank;
    }

    interface Bank {
        int balance(String account);

        void close(String account);
    }

    /** The value is converted, and that is all. */
    @Durable
    public long balance(String account) {
        return await(() -> bank.balance(account)).get();
    }

    /** Two tails, and a statement that is none of them. */
    @Durable
    public void close(String account, boolean ask) {
        if (ask) {
            await(() -> bank.balance(account)).get();
            bank.close(account);
        } else {
            await(() -> bank.close(account)).get();
        }
    }

    /** Nothing to save at all. */
    @Durable
    public static void ping() {
        await(() -> System.out.println("ping")).get();
    }

    /** A handler might still have something to say, and an addition too. */
    @Durable
    public int careful(String account) {
        try {
            return await(() -> bank.balance(account)).named("guarded").get();
        } catch (IllegalStateException closed) {
            return 1 + await(() -> bank.balance("reserve")).named("added to").get();
        }
    }
}
