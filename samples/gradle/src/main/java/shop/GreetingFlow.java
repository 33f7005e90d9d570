package shop;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.sleep;
import static java.time.Duration.ofMillis;

import dev.perdure.Durable;
import java.util.ArrayList;
import java.util.List;

/** Greets people, one after the other. */
public class GreetingFlow {
    /** What is done outside. */
    public interface Mail {
        /** Sends a letter; returns its number. */
        String send(String name);
    }

    private final Mail mail;

    /** A flow that sends its letters by this mail. */
    public GreetingFlow(Mail mail) {
        this.mail = mail;
    }

    /** Sends each of them a letter. */
    @Durable
    public List<String> greet(List<String> names) {
        var letters = new ArrayList<String>();
        for (var name : names) {
            letters.add(await(() -> mail.send(name)).withRetry(3).get());
            sleep(ofMillis(10));
        }
        return letters;
    }
}
