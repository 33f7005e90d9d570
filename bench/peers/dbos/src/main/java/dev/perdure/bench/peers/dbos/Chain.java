package dev.perdure.bench.peers.dbos;

/** What is run while measuring: the same as the benchmarks' own flow. */
public interface Chain {
    /** A number of steps, one after the other, each fed with what came of the one before. */
    long chain(int length, String input);
}
