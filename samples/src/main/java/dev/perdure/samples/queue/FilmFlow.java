package dev.perdure.samples.queue;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.idempotencyKey;
import static dev.perdure.Perdure.spawn;

import dev.perdure.Durable;
import dev.perdure.Run;
import java.util.ArrayList;
import java.util.List;

/** A film is rendered scene by scene, each where the queue of the farm is served and when it has a place. */
public class FilmFlow {
    private final Farm farm;

    /** Films that are rendered on this farm. */
    public FilmFlow(Farm farm) {
        this.farm = farm;
    }

    /** Renders a film; what is urgent goes first. */
    @Durable
    public List<String> film(String name, int scenes, int urgency) {
        var children = new ArrayList<Run<String>>();
        for (int i = 1; i <= scenes; i++)
            children.add(spawn(FilmFlow::scene, name, "scene" + i)
                    .withKey(name)
                    .withPriority(urgency)
                    .named("scene")
                    .get());
        var pictures = new ArrayList<String>();
        for (Run<String> child : children)
            pictures.add(await(child).named("picture").get());
        return pictures;
    }

    /** Renders a scene. */
    @Durable(queue = "gpu")
    public String scene(String film, String name) throws InterruptedException {
        return await(() -> farm.render(film, name, idempotencyKey())).get();
    }
}
