package dev.perdure.sql;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A connection that is lent for the time of a transaction, whose end is not the borrower's to decide. */
public final class LentConnection implements InvocationHandler {
    private static final Set<String> FORBIDDEN =
            Set.of("commit", "abort", "setAutoCommit", "setTransactionIsolation", "setReadOnly");

    private final Connection connection;
    private volatile boolean over;

    private LentConnection(Connection connection) {
        this.connection = connection;
    }

    /** Does something with a connection. */
    public interface Use<T extends @Nullable Object> {
        /** Does it. */
        T with(Connection connection) throws Throwable;
    }

    /** Lends a connection for as long as its use takes. Closing it does nothing; committing it is refused. */
    public static <T extends @Nullable Object> T lend(Connection connection, Use<T> use) throws Throwable {
        var lent = new LentConnection(connection);
        var proxy = (Connection)
                Proxy.newProxyInstance(LentConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, lent);
        try {
            return use.with(proxy);
        } finally {
            lent.over = true;
        }
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        var name = method.getName();
        if (method.getDeclaringClass() == Object.class) return ofObject(proxy, name, arguments);
        if (name.equals("close")) return null;
        if (name.equals("isClosed") && over) return true;
        if (over) throw new SQLException("this connection was lent for a transaction, and that is over", "08003");
        if (name.equals("getAutoCommit")) return false;
        if (FORBIDDEN.contains(name) || (name.equals("rollback") && arguments == null))
            throw new SQLException(
                    name
                            + " is not allowed in a transaction of the store: it is committed when its work returns, and rolled back"
                            + " when that throws",
                    "2D000");
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException wrapped) {
            throw wrapped.getCause() == null ? wrapped : wrapped.getCause();
        }
    }

    private Object ofObject(Object proxy, String name, Object @Nullable [] arguments) {
        if (name.equals("equals")) return arguments != null && proxy == arguments[0];
        if (name.equals("hashCode")) return System.identityHashCode(proxy);
        return "lent " + connection;
    }
}
