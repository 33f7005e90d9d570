package dev.perdure.samples.approval;

/**
 * What somebody wants to have paid.
 *
 * @param id the claim's name
 * @param employee who paid it first
 * @param cents how much
 */
public record Claim(String id, String employee, long cents) {}
