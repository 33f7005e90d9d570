package shop;

import dev.perdure.Durable;
import dev.perdure.Step;

public class Flow {
    private final Bank bank;

    Flow(Bank bank) {
        this.bank = bank;
    }

    interface Bank {
        @Step(attempts = 5, backoff = "10s..1m", deadline = "20s")
        String charge(String account);
    }

    @Durable
    public String pay(String account) {
        return bank.charge(account);
    }
}
