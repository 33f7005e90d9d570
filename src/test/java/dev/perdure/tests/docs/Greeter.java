package dev.perdure.tests.docs;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import java.util.ArrayList;
import java.util.List;

// snippet: flow
public class Greeter {
    public interface Mail {
        String send(String name);
    }

    private final Mail mail;

    public Greeter(Mail mail) {
        this.mail = mail;
    }

    @Durable
    public List<String> greet(List<String> names) {
        var tickets = new ArrayList<String>();
        for (String name : names) {
            tickets.add(await(() -> mail.send(name)).withRetry(3).get());
        }
        return tickets;
    }
}
// end snippet
