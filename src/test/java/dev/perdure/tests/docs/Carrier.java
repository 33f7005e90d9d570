package dev.perdure.tests.docs;

/** A collaborator of the documentation's flow. */
public interface Carrier {
    String label(String line);
}
