/** The workloads of the benchmarks on DBOS Transact. */
@NullMarked
package dev.perdure.bench.peers.dbos;

import org.jspecify.annotations.NullMarked;
