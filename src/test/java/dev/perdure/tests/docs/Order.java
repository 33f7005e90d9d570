package dev.perdure.tests.docs;

import java.time.Instant;
import java.util.List;

/** What the documentation's flow is started with. */
public record Order(String id, List<String> lines, Instant pickup) {}
