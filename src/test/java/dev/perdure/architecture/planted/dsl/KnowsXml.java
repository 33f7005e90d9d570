package dev.perdure.architecture.planted.dsl;

import javax.xml.namespace.QName;

/** Breaks the DSL's promise: a module of the JDK that is not java.base. */
public record KnowsXml(QName name) {}
