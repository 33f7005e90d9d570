package shop;

import static dev.perdure.Perdure.*;
import static java.time.Duration.*;

import dev.perdure.*;
import java.util.*;
import post.Post;

public class Flow extends Post {
    private record Secret(int n) {}

    List<Secret> secrets() {
        return List.of(new Secret(1));
    }

    @Durable
    String kept() {
        var parcel = Post.pack("a");
        var several = Post.packAll("b", "c");
        sleep(ofHours(1));
        return Post.read(parcel) + Post.count(several);
    }

    @Durable
    String kept(boolean one) {
        var parcel = Post.pack("a");
        if (one) return "one" + await(() -> 1).get();
        return Post.read(parcel);
    }

    @Durable
    String awaited() {
        return Post.read(send("a"));
    }

    @Durable
    String evaluated() {
        return "%s%s".formatted(Post.pack("a"), await(() -> 1).get());
    }

    @Durable
    String chosen(boolean one) {
        return Post.read(one ? Post.pack("a" + await(() -> 1).get()) : Post.pack("b"));
    }

    @Durable
    int caught() {
        try {
            return await(() -> 1).get();
        } catch (Lost | Late e) {
            return e.code();
        }
    }

    @Durable
    int stepped() {
        return weigh("a");
    }

    @Durable
    int ofAnother() {
        int n = await(() -> 1).get();
        var stamp = super.stamp();
        return n + stamp.cents();
    }

    @Durable
    int named() {
        int n = await(() -> 1).get();
        return n + new Stamp(n).cents();
    }

    @Durable
    int owned() {
        int n = 0;
        for (var secret : secrets()) n += secret.n() + await(() -> 1).get();
        return n;
    }

    @Durable
    int branched() {
        var parcel = Post.pack("a");
        return all(branch(() -> await(() -> 1).get() + Post.read(parcel).length()), await(() -> 1)).get().first();
    }
}
