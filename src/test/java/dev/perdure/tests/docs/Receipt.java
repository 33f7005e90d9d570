package dev.perdure.tests.docs;

import java.util.List;

/** What the documentation's flow returns. */
public record Receipt(String order, String charge, List<String> labels) {}
