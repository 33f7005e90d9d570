package shop;

import static dev.perdure.Perdure.*;
import static java.time.Duration.*;

import dev.perdure.*;
import java.util.*;

public class Flow {
    static String call(String text) {
        return text;
    }

    @Durable
    public static String tidy(int n) {
        for (int i = 0; i < n; i++) {
            try {
                var text = await(() -> call("a")).get();
                if (text.isEmpty()) continue;
                if (text.length() > 3) break;
                return text;
            } catch (IllegalStateException | IllegalArgumentException e) {
                await(() -> call("failed " + e.getMessage())).named("failed").get();
            } finally {
                await(() -> call("finally")).named("tidy").get();
            }
        }
        return "none";
    }
}
