package shop;

import static dev.perdure.Perdure.*;
import static java.time.Duration.*;

import dev.perdure.*;
import java.util.*;

public class Flow {
    static void call(Runnable runnable) {
        runnable.run();
    }

    @Durable
    static List<String> keep(List<String> words) {
        var kept = new ArrayList<String>();
        for (var word : words) {
            int length = word.length();
            if (length > 3) call(() -> kept.add(word + length));
            else
                call(new Runnable() {
                    int times = length;

                    @Override
                    public void run() {
                        times++;
                        kept.add(word + this.times);
                    }
                });
            await(() -> kept.size()).get();
        }
        return kept;
    }
}
