package dev.perdure.tests.library;

import java.lang.reflect.Method;
import java.util.List;

/**
 * A method that is made durable.
 *
 * @param method of the library's own class
 * @param file the path of its source
 * @param start where its declaration begins in the source
 * @param end where it ends
 * @param sites the expressions that become awaits, in the order of their beginnings, outer ones first
 */
record Candidate(Method method, String file, int start, int end, List<Site> sites) {
    Candidate {
        sites = List.copyOf(sites);
    }

    /** The name of the method's class. */
    String host() {
        return method.getDeclaringClass().getName();
    }

    Candidate without(Site site) {
        return new Candidate(
                method,
                file,
                start,
                end,
                sites.stream().filter(one -> !one.equals(site)).toList());
    }

    @Override
    public String toString() {
        return method.toString();
    }
}
