package dev.perdure.tests.mutants;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Main class of the process in which a rig tries a mutant: ends at the first test that fails, and names it. */
final class Probe {
    static final String FAILED = "FAILED ";

    private Probe() {}

    public static void main(String[] tests) {
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(java.util.Arrays.stream(tests).map(Probe::selector).toList())
                .filters(ClassNameFilter.includeClassNamePatterns(".*Test"))
                .build();
        LauncherFactory.create().execute(request, new FirstFailure());
        System.out.println("nothing found");
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static DiscoverySelector selector(String test) {
        if (test.startsWith("package:")) return selectPackage(test.substring("package:".length()));
        return test.contains("#") ? selectMethod(test) : selectClass(test);
    }

    private static void broke(Throwable failure) {
        failure.printStackTrace(System.out);
        System.out.flush();
        Runtime.getRuntime().halt(2);
    }

    private static final class FirstFailure implements TestExecutionListener {
        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            var failure = result.getThrowable().orElse(null);
            if (test.getParentId().isEmpty() && failure != null) broke(failure);
            if (failure == null || result.getStatus() != TestExecutionResult.Status.FAILED) return;
            var id = test.getUniqueId();
            var type = id.replaceAll("(?s).*\\[class:(?:[a-z]+\\.)*([A-Za-z0-9]+)\\].*", "$1");
            var method = id.replaceAll("(?s).*\\[(?:method|test-template|test-factory):([A-Za-z0-9_]+)\\(.*", "$1");
            var message = String.valueOf(failure).replaceAll("(?s)\\s+", " ");
            System.out.println(FAILED + type + ": " + method.replace('_', ' '));
            System.out.println(message.substring(0, Math.min(message.length(), 1_000)));
            System.out.flush();
            Runtime.getRuntime().halt(1);
        }
    }
}
