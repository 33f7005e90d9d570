package dev.perdure.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.VariableTree;
import dev.perdure.processor.model.Mentions;
import dev.perdure.processor.model.TypeRef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Finds out which classes a method mentions, and which simple names are not free in it. */
final class MentionsReader {
    /** Those of {@code java.lang} that generated code may name although the method does not. */
    private static final List<String> LANG = List.of(
            "AssertionError",
            "Boolean",
            "Byte",
            "Character",
            "Double",
            "Exception",
            "Float",
            "Integer",
            "Long",
            "Object",
            "Short",
            "String",
            "Throwable",
            "Void");

    private final Elements elements;
    private final Set<String> classes = new HashSet<>();
    private final Set<String> taken = new HashSet<>();

    MentionsReader(Elements elements) {
        this.elements = elements;
    }

    /**
     * Reads the mentions of a method.
     *
     * @param typeParameters in angle brackets, or empty
     */
    Mentions read(Index index, TypeElement host, String typeParameters, Set<TypeElement> types) {
        types.forEach(this::add);
        add(host);
        index.elements().forEach(this::mention);
        var packageName = elements.getPackageOf(host).getQualifiedName();
        for (var name : LANG) classes.add("java.lang." + name);
        for (var name : List.copyOf(classes)) hideWhatIsHidden(name, packageName.toString());
        for (var word : typeParameters.split("[^\\w$]+", -1)) taken.add(word);
        for (var tree : index.all)
            if (tree instanceof VariableTree found) taken.add(found.getName().toString());
        taken.removeAll(TypeRef.PRIMITIVES);
        return new Mentions(classes, taken, index.all.stream().anyMatch(ClassTree.class::isInstance));
    }

    private void mention(Element element) {
        if (element instanceof TypeElement type) add(type);
        else if (element.getModifiers().contains(Modifier.STATIC)
                && element.getEnclosingElement() instanceof TypeElement owner) add(owner);
    }

    /** Nested classes are named after their outermost one. */
    private void add(TypeElement type) {
        Element at = type;
        while (at.getEnclosingElement() instanceof TypeElement outer) at = outer;
        if (at instanceof TypeElement outermost && at.getEnclosingElement() instanceof PackageElement)
            classes.add(outermost.getQualifiedName().toString());
    }

    /** A class of java.lang is hidden by one of that name in the package. */
    private void hideWhatIsHidden(String name, String packageName) {
        if (!name.startsWith("java.lang.") || packageName.equals("java.lang")) return;
        var last = name.substring("java.lang.".length());
        if (elements.getTypeElement(packageName.isEmpty() ? last : packageName + "." + last) != null) taken.add(last);
    }
}
