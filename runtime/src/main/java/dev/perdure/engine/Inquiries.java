package dev.perdure.engine;

import dev.perdure.RunStatus;
import dev.perdure.store.RunImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionException;

/** Answers questions about runs, from the store. Blocks its callers, never the engine. */
final class Inquiries {
    private final Core core;

    Inquiries(Core core) {
        this.core = core;
    }

    /** The image of a run. */
    RunImage image(String id) {
        core.desk.open();
        core.desk.checked(id);
        try {
            var images = core.store.load(List.of(id)).join();
            if (images.isEmpty()) throw Desk.unknown(id);
            return images.get(0);
        } catch (CompletionException failure) {
            throw Failures.ofStore(failure);
        }
    }

    /** Where a run stands. */
    RunStatus status(String id) {
        return Reports.status(image(id), core.registry);
    }

    /** The runs that are searched for. */
    List<RunStatus> find(Search search) {
        core.desk.open();
        try {
            var found = new ArrayList<RunStatus>();
            var query = search.query(search.after());
            while (true) {
                var page = core.store.find(query).join();
                var ids = page.runs().stream().map(RunImage::id).toList();
                var images = search.deep() ? core.store.load(ids).join() : page.runs();
                images.stream()
                        .sorted(Comparator.comparing(RunImage::id))
                        .map(image -> Reports.status(image, core.registry))
                        .filter(search::fits)
                        .limit(search.max() - found.size())
                        .forEach(found::add);
                if (page.next() == null || found.size() >= search.max()) return found;
                query = search.query(page.next());
            }
        } catch (CompletionException failure) {
            throw Failures.ofStore(failure);
        }
    }
}
