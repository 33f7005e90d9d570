package dev.perdure.samples.order;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Makes the bundled orders: the same text for the same seed. */
final class OrderFile {
    static final long SEED = 20261120;
    static final int ORDERS = 1200;

    private static final List<String> FIRST = List.of(
            "Ada",
            "Alan",
            "Barbara",
            "Dennis",
            "Edsger",
            "Frances",
            "Grace",
            "Hedy",
            "Jean",
            "John",
            "Katherine",
            "Ken",
            "Leslie",
            "Margaret",
            "Niklaus",
            "Radia",
            "Sophie",
            "Tony");
    private static final List<String> LAST = List.of(
            "Abelson",
            "Bauer",
            "Cerf",
            "Diaz",
            "Eriksen",
            "Fischer",
            "Garcia",
            "Hansen",
            "Ito",
            "Jensen",
            "Keller",
            "Lopez",
            "Meyer",
            "Nakamura",
            "Olsen",
            "Petrov",
            "Rossi",
            "Silva",
            "Tanaka",
            "Weber");
    private static final List<String> GOODS = List.of(
            "KET-017:Kettle 1.7 l:39.90",
            "MUG-330:Mug 330 ml:8.50",
            "TEA-GRN:Green tea 250 g:11.20",
            "TEA-ERL:Earl Grey 250 g:10.80",
            "COF-ESP:Espresso beans 1 kg:18.90",
            "GRD-BUR:Burr grinder:129.00",
            "FIL-V60:Paper filters 100:6.40",
            "SCA-001:Scale 0.1 g:34.50",
            "CUP-ESP:Espresso cup:7.25",
            "PRE-AER:Press:32.00",
            "MIL-FRO:Milk frother:24.99",
            "TIN-STO:Storage tin:14.75",
            "SPO-SET:Spoon set:19.95",
            "TRA-OAK:Oak tray:45.00",
            "NAP-LIN:Linen napkins:27.30");
    private static final String DISCONTINUED = "POT-IRN-X:Iron pot:89.00";

    private OrderFile() {}

    /** Writes the file anew: run it after a change here. */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), text(SEED, ORDERS));
    }

    static String text(long seed, int orders) {
        var random = new Random(seed);
        var at = LocalDateTime.of(2026, 11, 2, 8, 0);
        var rows = new ArrayList<String>();
        rows.add("order,placed_at,customer,email,card,sku,item,quantity,unit_price");
        for (int n = 1; n <= orders; n++) {
            at = at.plusSeconds(20 + random.nextInt(900));
            rows.addAll(order(n, at, random));
        }
        return String.join("\n", rows) + "\n";
    }

    private static List<String> order(int n, LocalDateTime at, Random random) {
        var first = pick(FIRST, random);
        var last = pick(LAST, random);
        var email = (first + "." + last).toLowerCase(Locale.ROOT) + (10 + random.nextInt(90)) + "@example.org";
        var card = random.nextInt(100) < 3 ? "tok_declined_" : random.nextBoolean() ? "tok_visa_" : "tok_mc_";
        var head = n + "," + at.format(ISO_LOCAL_DATE_TIME) + "," + first + " " + last + "," + email + "," + card
                + (1000 + random.nextInt(9000));
        var goods = new ArrayList<>(GOODS);
        Collections.shuffle(goods, random);
        var chosen = new ArrayList<>(goods.subList(0, 1 + random.nextInt(5)));
        if (random.nextInt(100) < 2) chosen.add(DISCONTINUED);
        var rows = new ArrayList<String>();
        for (var good : chosen)
            rows.add(head + ","
                    + good.replace(":", ",").replaceFirst("(,[^,]*)$", "," + (1 + random.nextInt(4)) + "$1"));
        return rows;
    }

    private static <T> T pick(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
