package dev.perdure.local;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Writes that must hit exactly one row: if they do not, somebody else has changed the file, and nothing may go on. */
final class Writes {
    private Writes() {}

    static void one(PreparedStatement statement) throws SQLException {
        int rows = statement.executeUpdate();
        if (rows != 1)
            throw new SQLException(rows
                    + " rows were written where one had to be: the file was changed by another program or is damaged");
    }
}
