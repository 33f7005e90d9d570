package dev.perdure.bench;

import java.util.Map;

/** Something to measure. */
interface Workload {
    /** Its name on the command line. */
    String name();

    /** What it measures, in a line. */
    String purpose();

    /** Its options, each with the value it has when none is given. */
    Map<String, String> options();

    /** Measures. */
    Figures run(Request request) throws Exception;
}
