package dev.perdure.tests.sim;

import dev.perdure.Job;

/** A job that is complete when it has been asked often enough. */
final class Ticket implements Job<Long> {
    private final World world;
    private final int site;
    private final int polls;
    private final String run;

    Ticket(World world, int site, int polls, String run) {
        this.world = world;
        this.site = site;
        this.polls = polls;
        this.run = run;
    }

    @Override
    public boolean complete() {
        return world.polled(run + "?" + site) >= polls;
    }

    @Override
    public Long get() {
        return Oracle.value(site);
    }
}
