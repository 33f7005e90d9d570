package dev.perdure.tests.harness;

import dev.perdure.Step;

/** Collaborators whose calls are awaits by themselves. */
public interface Steps {
    /** Logs, and gives the number plus one. */
    @Step
    int f1(int value);

    /** Logs, and gives the double. */
    @Step
    int f2(int value);

    /** Logs, and gives the number as text. */
    @Step
    String f3(int value);

    /** Logs, and gives the length. */
    @Step
    long f4(String value);

    /** Logs, and fails on odd numbers. */
    @Step
    int odd(int value) throws Bad;

    /** Logs, and gives the sum; the arguments are varargs. */
    @Step
    int sum(int... values);

    /** Logs only. */
    @Step
    void mark(String what);
}
