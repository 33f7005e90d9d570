package dev.perdure.samples.crawler;

import java.io.IOException;
import java.util.List;

/** What a crawler calls. */
public interface Site {
    /** The links of a page. */
    List<String> fetch(String page) throws IOException;

    /** Adds a page to the index; again under the same key is harmless. */
    void index(String page, String key);
}
