package dev.perdure.testkit;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test its engine, and closes it after the test. */
final class Engines implements ParameterResolver, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(Engines.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestEngine.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(TestEngine.class, type -> TestEngine.inMemory(), TestEngine.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var engine = context.getStore(NAMESPACE).remove(TestEngine.class, TestEngine.class);
        if (engine != null) engine.close();
    }
}
