package dev.perdure.architecture.planted.dsl;

import java.sql.Connection;

/** Breaks the DSL's promise: a module of the JDK that is not java.base. */
public record KnowsSql(Connection connection) {}
