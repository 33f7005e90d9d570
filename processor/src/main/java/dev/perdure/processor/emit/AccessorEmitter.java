package dev.perdure.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeSpec;
import dev.perdure.processor.model.Accessor;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the methods that reach private and protected members, each over a constant method handle. */
final class AccessorEmitter {
    private final List<Accessor> accessors;

    AccessorEmitter(List<Accessor> accessors) {
        this.accessors = accessors;
    }

    void emit(TypeSpec.Builder machine) {
        for (var accessor : accessors) {
            machine.addField(FieldSpec.builder(
                            MethodHandle.class, handle(accessor), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer("$L()", "$find" + accessor.name())
                    .build());
            machine.addMethod(Signatures.method(
                    "$find" + accessor.name(), "", MethodHandle.class.getName(), "", "", find(accessor)));
            machine.addMethod(Signatures.method(
                    accessor.name(),
                    accessor.typeParameters(),
                    accessor.result(),
                    parameters(accessor),
                    String.join(", ", accessor.exceptions()),
                    invoke(accessor)));
        }
    }

    private static String handle(Accessor accessor) {
        return accessor.name() + "$";
    }

    private static CodeBlock find(Accessor accessor) {
        var body = CodeBlock.builder();
        body.beginControlFlow("try");
        body.addStatement(
                "var $L = $T.privateLookupIn($L.class, $T.lookup())",
                "$lookup",
                MethodHandles.class,
                accessor.lookup(),
                MethodHandles.class);
        body.addStatement("return $L.$L", "$lookup", lookup(accessor));
        body.nextControlFlow("catch ($T $L)", ReflectiveOperationException.class, "$e");
        body.addStatement("throw new $T($L)", LinkageError.class, "$e.toString(), $e");
        body.endControlFlow();
        return body.build();
    }

    private static CodeBlock lookup(Accessor accessor) {
        boolean isStatic = accessor.receiver().isEmpty();
        var owner = accessor.owner() + ".class";
        var type = CodeBlock.of(
                "$T.methodType($L)",
                MethodType.class,
                classes(accessor.kind() == Accessor.Kind.CREATE ? "void" : accessor.erasedResult(), accessor.erased()));
        return switch (accessor.kind()) {
            case CREATE -> CodeBlock.of("findConstructor($L, $L)", owner, type);
            case CALL_SUPER ->
                CodeBlock.of("findSpecial($L, $S, $L, $L.class)", owner, accessor.member(), type, accessor.lookup());
            case CALL ->
                CodeBlock.of("$L($L, $S, $L)", isStatic ? "findStatic" : "findVirtual", owner, accessor.member(), type);
            case READ ->
                CodeBlock.of(
                        "$L($L, $S, $L.class)",
                        isStatic ? "findStaticGetter" : "findGetter",
                        owner,
                        accessor.member(),
                        accessor.erasedResult());
            case WRITE ->
                CodeBlock.of(
                        "$L($L, $S, $L.class)",
                        isStatic ? "findStaticSetter" : "findSetter",
                        owner,
                        accessor.member(),
                        accessor.erasedResult());
        };
    }

    private static String classes(String result, List<String> parameters) {
        var all = new ArrayList<>(List.of(result));
        all.addAll(parameters);
        return all.stream().map(each -> each + ".class").collect(Collectors.joining(", "));
    }

    private static String parameters(Accessor accessor) {
        var all = new ArrayList<String>();
        if (!accessor.receiver().isEmpty()) all.add(accessor.receiver() + " $self");
        for (int i = 0; i < accessor.parameters().size(); i++) {
            var type = accessor.parameters().get(i);
            boolean variable = accessor.varargs() && i == accessor.parameters().size() - 1;
            all.add((variable ? type.substring(0, type.length() - 2) + "..." : type) + " $" + i);
        }
        return String.join(", ", all);
    }

    private static CodeBlock invoke(Accessor accessor) {
        var arguments = new ArrayList<String>();
        if (!accessor.receiver().isEmpty())
            arguments.add("(" + self(accessor) + ") java.util.Objects.requireNonNull($self)");
        for (int i = 0; i < accessor.erased().size(); i++)
            arguments.add("(" + accessor.erased().get(i) + ") $" + i);
        var call = handle(accessor) + ".invokeExact(" + String.join(", ", arguments) + ")";
        var body = CodeBlock.builder();
        body.beginControlFlow("try");
        boolean isVoid = accessor.result().equals("void") || accessor.kind() == Accessor.Kind.WRITE;
        if (isVoid) body.addStatement("$L", call);
        else if (accessor.result().equals(accessor.erasedResult()))
            body.addStatement("return ($L) $L", accessor.erasedResult(), call);
        else body.addStatement("return ($L) ($L) $L", accessor.result(), accessor.erasedResult(), call);
        if (accessor.kind() == Accessor.Kind.WRITE) body.addStatement("return $L", "$0");
        body.nextControlFlow("catch ($T $L)", Throwable.class, "$t");
        body.addStatement("throw $L", "$sneak($t)");
        body.endControlFlow();
        return body.build();
    }

    /** The type that the handle takes as its instance. */
    private static String self(Accessor accessor) {
        return accessor.kind() == Accessor.Kind.CALL_SUPER || !accessor.owner().equals(accessor.lookup())
                ? accessor.lookup()
                : accessor.owner();
    }
}
