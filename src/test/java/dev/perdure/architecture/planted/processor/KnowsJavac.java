package dev.perdure.architecture.planted.processor;

import com.sun.source.tree.Tree;
import com.sun.tools.javac.Main;

/** Breaks the processor's promise: javac itself, not its exported API. */
public record KnowsJavac(Tree allowed, Main forbidden) {}
