package loops;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Effects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Cases 14 to 16 and 20: what can be walked through. */
public class ForEach {
    private final Effects fx;

    ForEach(Effects fx) {
        this.fx = fx;
    }

    @Durable
    public List<String> c014_for_each_list(int n) {
        var items = new ArrayList<Integer>();
        for (int i = 0; i <= n; i++) items.add(i * 3);
        var out = new ArrayList<String>();
        for (int item : items) {
            if (item == 9) continue;
            out.add(await(() -> fx.text("a", "i" + item)).get());
            if (item == 12) break;
        }
        for (var text : out) await(() -> fx.note("b", text)).get();
        for (Integer item : List.of(1, 2)) out.add(item + await(() -> fx.text("c", "c" + item)).get());
        return out;
    }

    @Durable
    public String c015_key_set_and_array_nested(int n) {
        Map<String, int[]> map = new TreeMap<>();
        map.put("x", new int[] {1, 2, n});
        map.put("y", new int[0]);
        map.put("z", new int[] {n});
        var text = "";
        for (String key : map.keySet()) {
            for (int value : map.get(key)) {
                text += key + await(() -> fx.num(key, value)).get();
                if (value == 2) break;
            }
            text += ".";
        }
        return text;
    }

    @Durable
    public String c016_for_each_array(int n) {
        int[] numbers = {1, n, 3};
        var text = "";
        for (int number : numbers) {
            numbers[2] = 30;
            text += await(() -> fx.num("a", number)).get() + " ";
        }
        for (String word : new String[] {"p", null, "q" + n}) text += await(() -> fx.give("b", word)).get();
        for (long wide : new int[] {n}) text += await(() -> fx.big("c", wide)).get();
        for (char c : "hey".toCharArray()) text += await(() -> fx.give("d", c)).get();
        for (int[] row : new int[][] {{1}, {n, 2}})
            for (int cell : row) text += await(() -> fx.num("e", cell)).get();
        return text;
    }

    @Durable
    public String c020_map_entry_elements(int n) {
        Map<String, Integer> map = new TreeMap<>();
        for (int i = 0; i < n; i++) map.put("k" + i, i);
        var text = "";
        for (var entry : map.entrySet()) {
            await(() -> fx.note("a", entry.getKey())).get();
            text += entry.getKey() + "=" + entry.getValue() + await(() -> fx.num("b", entry.getValue())).get();
        }
        return text;
    }
}
