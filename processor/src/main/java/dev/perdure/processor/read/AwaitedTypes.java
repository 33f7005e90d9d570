package dev.perdure.processor.read;

import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;

/**
 * The types that an awaited lambda was found to have. Written out, they spare javac from finding them again, which is what it
 * would spend most of its time with: each lambda is tried as each thing that can be awaited.
 */
final class AwaitedTypes {
    private final Index index;
    private final TypeReader types;

    AwaitedTypes(MethodReader.Parts parts) {
        this.index = parts.index();
        this.types = parts.types();
    }

    /** The type arguments in angle brackets; nothing where they are there, cannot be named, or say nothing. */
    String of(MethodInvocationTree call, ExecutableElement word) {
        if (!call.getTypeArguments().isEmpty()
                || !word.getSimpleName().contentEquals("await")
                || !(call.getArguments().get(0) instanceof LambdaExpressionTree)
                || !(index.type(call) instanceof DeclaredType await)) return "";
        // A call has a result and exceptions, an action only these.
        var found = List.copyOf(await.getTypeArguments());
        int count = word.getTypeParameters().size();
        var needed = found.subList(Math.max(0, found.size() - count), found.size());
        if (needed.size() != count || !needed.stream().allMatch(this::canBeNamed)) return "";
        return needed.stream().map(type -> types.read(type).text()).collect(Collectors.joining(", ", "<", ">"));
    }

    private boolean canBeNamed(TypeMirror type) {
        if (type instanceof PrimitiveType) return true;
        if (type instanceof ArrayType array) return canBeNamed(array.getComponentType());
        return type instanceof DeclaredType declared
                && !Accessors.isLocal((TypeElement) declared.asElement())
                && declared.getTypeArguments().stream().allMatch(this::canBeNamed)
                && types.read(type).denotable()
                && types.read(type).hidden() == null;
    }
}
