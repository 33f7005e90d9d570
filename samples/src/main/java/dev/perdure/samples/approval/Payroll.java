package dev.perdure.samples.approval;

/** Pays claims. */
public interface Payroll {
    /** Pays a claim, once for each key; returns the number of the payment. */
    int pay(Claim claim, String key);
}
