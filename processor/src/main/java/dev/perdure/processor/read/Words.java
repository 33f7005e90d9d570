package dev.perdure.processor.read;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Knows the words of the dsl when it sees them. */
final class Words {
    static final String DURABLE = "dev.perdure.Durable";
    private static final String STEP = "dev.perdure.Step";
    private static final String PERDURE = "dev.perdure.Perdure";
    private static final String SPAWNS = "dev.perdure.Spawns";
    private static final String REFERENCE = "dev.perdure.MethodRef";
    private static final String AWAIT = "dev.perdure.Await";
    private static final Set<String> GROUPS = Set.of("all", "any", "race", "quorum");

    private final Elements elements;
    private final Types types;
    private final Map<Element, Optional<AnnotationMirror>> steps = new HashMap<>();

    Words(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** The class that declares a member. */
    static TypeElement owner(Element member) {
        if (member.getEnclosingElement() instanceof TypeElement owner) return owner;
        throw new IllegalStateException("not a member of a class: " + member);
    }

    static boolean isDurable(@Nullable Element element) {
        return element instanceof ExecutableElement && annotation(element, DURABLE) != null;
    }

    /** The queue that a durable method names, or empty. */
    static String queue(ExecutableElement method) {
        var durable = annotation(method, DURABLE);
        if (durable == null) return "";
        for (var entry : durable.getElementValues().entrySet())
            if (entry.getKey().getSimpleName().contentEquals("queue"))
                return String.valueOf(entry.getValue().getValue());
        return "";
    }

    /** A word that makes an await: {@code await}, {@code all}, {@code race} … */
    static boolean isWord(@Nullable Element element) {
        return element instanceof ExecutableElement word
                && (ownedBy(word, PERDURE) || ownedBy(word, SPAWNS))
                && isAwait(word.getReturnType());
    }

    /** The type of a reference that names a method to be run by an engine, and does not call it. */
    static boolean isReference(@Nullable TypeMirror type) {
        return type instanceof DeclaredType declared
                && ((TypeElement) declared.asElement())
                        .getQualifiedName()
                        .toString()
                        .startsWith(REFERENCE);
    }

    /** A word that takes awaits and waits for several of them. */
    static boolean isGroup(@Nullable Element element) {
        return element != null
                && isWord(element)
                && GROUPS.stream().anyMatch(name -> element.getSimpleName().contentEquals(name));
    }

    /** An Await, or one of the kinds of it. */
    static boolean isAwait(@Nullable TypeMirror type) {
        return type instanceof DeclaredType declared && isAwait((TypeElement) declared.asElement());
    }

    private static boolean isAwait(TypeElement type) {
        return type.getQualifiedName().contentEquals(AWAIT) || isAwait(type.getSuperclass());
    }

    /** {@code withUndo} of an await. */
    static boolean isUndo(@Nullable Element element) {
        return element != null
                && isChainWord(element)
                && element.getSimpleName().contentEquals("withUndo");
    }

    static boolean isPerdure(@Nullable Element element, String name) {
        return element instanceof ExecutableElement word
                && word.getSimpleName().contentEquals(name)
                && ownedBy(word, PERDURE);
    }

    /** A method of the class of durations. */
    static boolean isDurationMaker(@Nullable Element element) {
        return element instanceof ExecutableElement && ownedBy(element, "java.time.Duration");
    }

    /** {@code get()} of an await. */
    static boolean isGet(@Nullable Element element) {
        return element != null
                && isChainWord(element)
                && element.getSimpleName().contentEquals("get");
    }

    static boolean isNamed(@Nullable Element element) {
        return element != null
                && isChainWord(element)
                && element.getSimpleName().contentEquals("named");
    }

    /** A method of an await. */
    static boolean isChainWord(@Nullable Element element) {
        return element instanceof ExecutableElement
                && element.getEnclosingElement() instanceof TypeElement owner
                && isAwait(owner);
    }

    private static boolean ownedBy(Element member, String type) {
        return member.getEnclosingElement() instanceof TypeElement owner
                && owner.getQualifiedName().contentEquals(type);
    }

    static @Nullable AnnotationMirror annotation(Element element, String name) {
        for (var annotation : element.getAnnotationMirrors())
            if (((TypeElement) annotation.getAnnotationType().asElement())
                    .getQualifiedName()
                    .contentEquals(name)) return annotation;
        return null;
    }

    /** The annotation {@code @Step} of a method or of one that it overrides. */
    @Nullable
    AnnotationMirror step(@Nullable Element element) {
        if (!(element instanceof ExecutableElement method) || method.getKind() != ElementKind.METHOD) return null;
        var own = annotation(method, STEP);
        if (own != null || method.getModifiers().contains(Modifier.STATIC)) return own;
        return steps.computeIfAbsent(method, each -> inherited(method)).orElse(null);
    }

    private Optional<AnnotationMirror> inherited(ExecutableElement method) {
        var owner = Words.owner(method);
        return Optional.ofNullable(overridden(method, owner, owner.asType()));
    }

    private @Nullable AnnotationMirror overridden(ExecutableElement method, TypeElement owner, TypeMirror type) {
        for (var superType : types.directSupertypes(type)) {
            var superElement = (TypeElement) ((DeclaredType) superType).asElement();
            for (var other : ElementFilter.methodsIn(superElement.getEnclosedElements())) {
                var step = other.getSimpleName().equals(method.getSimpleName()) ? annotation(other, STEP) : null;
                if (step != null && elements.overrides(method, other, owner)) return step;
            }
            var above = overridden(method, owner, superType);
            if (above != null) return above;
        }
        return null;
    }
}
