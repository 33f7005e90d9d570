package dev.perdure.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ds.common.BaseDataSource;

/** A pool of the simplest kind: it never closes a connection and looks at each that comes back. */
final class Lent extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;

    private final transient Set<Connection> out = ConcurrentHashMap.newKeySet();
    private final transient List<Connection> back = new CopyOnWriteArrayList<>();

    @Override
    public Connection getConnection() throws SQLException {
        var real = DriverManager.getConnection(Server.url());
        out.add(real);
        return (Connection) Proxy.newProxyInstance(
                BaseDataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        out.remove(real);
                        back.add(real);
                        return null;
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    int lent() {
        return out.size();
    }

    /** How the connections that came back are set. */
    List<String> settings() throws SQLException {
        var settings = new ArrayList<String>();
        for (var connection : back) {
            if (connection.isClosed()) continue;
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT name || '=' || setting FROM pg_settings"
                            + " WHERE name IN ('statement_timeout', 'enable_seqscan')")) {
                while (row.next()) settings.add(row.getString(1));
            }
            connection.close();
        }
        return settings;
    }
}
