package dev.perdure.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Processor time of the whole process: every thread, the collector's and the compiler's included. */
final class Cpu {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Cpu() {}

    static double micros() {
        return SYSTEM.getProcessCpuTime() / 1e3;
    }
}
