package dev.perdure.tests.docs;

/** A collaborator of the documentation's flow. */
public interface Payments {
    String charge(Order order, String key) throws CardDeclined;
}
