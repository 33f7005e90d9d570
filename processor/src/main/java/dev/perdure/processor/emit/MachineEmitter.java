package dev.perdure.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.perdure.processor.lower.Lowering.Lowered;
import dev.perdure.processor.lower.Plan;
import dev.perdure.processor.model.Code;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Span;
import dev.perdure.processor.model.Var;
import java.util.Comparator;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the class of a machine. */
public final class MachineEmitter {
    private static final List<String> WARNINGS = List.of(
            "all",
            "auxiliaryclass",
            "cast",
            "dep-ann",
            "deprecation",
            "divzero",
            "empty",
            "exports",
            "fallthrough",
            "finally",
            "lossy-conversions",
            "overloads",
            "overrides",
            "preview",
            "rawtypes",
            "removal",
            "serial",
            "static",
            "synchronization",
            "this-escape",
            "try",
            "unchecked",
            "varargs");

    private MachineEmitter() {}

    /**
     * The source of a method's machine.
     *
     * @param annotate whether the annotation {@code Generated} can be named
     */
    public static String emit(MethodModel method, Lowered lowered, boolean annotate) {
        var machine = machine(method, lowered);
        machine.addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "The state machine of $L, in $L.\n",
                        method.identity(),
                        method.host().file());
        annotations(machine, annotate);
        var file = JavaFile.builder(method.host().packageName(), machine.build())
                .skipJavaLangImports(true)
                .indent("    ")
                .build()
                .toString();
        return lined(lifted(file, method, lowered));
    }

    private static String lined(String file) {
        return file.replace(LayoutEmitter.LINES, Marks.table(file));
    }

    /** Puts local types where their places are: as text, which the writer of classes cannot take. */
    private static String lifted(String file, MethodModel method, Lowered lowered) {
        var text = file;
        var renderer = new Renderer(method, lowered.plan().fields(), lowered.numbers());
        for (var type : method.types()) {
            var source = Marks.noted(renderer.statement(Code.of(type), -1));
            text = text.replaceFirst(
                    "static \\{\\s*" + place(type) + "\\s*\\}", java.util.regex.Matcher.quoteReplacement(source));
        }
        for (int i = 0; i < method.lambdas().size(); i++)
            text = lifted(text, method.lambdas().get(i), lowered.lambdas().get(i));
        return text;
    }

    private static String place(Span type) {
        return "@type" + type.start() + "@";
    }

    private static TypeSpec.Builder machine(MethodModel method, Lowered lowered) {
        var plan = lowered.plan();
        var machine = TypeSpec.classBuilder(method.machine())
                .addModifiers(Modifier.FINAL)
                .superclass(Names.FRAME);
        if (!method.typeParameters().isEmpty()) machine.addTypeVariable(Signatures.variables(method.typeParameters()));
        fields(machine, method, plan);
        new LayoutEmitter(method, plan).emit(machine);
        new BeginEmitter(method).emit(machine);
        new SlotsEmitter(plan).emit(machine);
        new AccessorEmitter(method.accessors()).emit(machine);
        new UpdateEmitter(method.updates()).emit(machine);
        bound(machine, method);
        new RunEmitter(plan, new Renderer(method, plan.fields(), lowered.numbers())).emit(machine);
        for (var type : method.types()) machine.addStaticBlock(CodeBlock.of("$L\n", place(type)));
        for (int i = 0; i < method.lambdas().size(); i++)
            machine.addType(nested(method.lambdas().get(i), lowered.lambdas().get(i)));
        return machine;
    }

    private static TypeSpec nested(MethodModel lambda, Lowered lowered) {
        return machine(lambda, lowered)
                .addModifiers(Modifier.STATIC)
                .addJavadoc(
                        "The $L in line $L.\n",
                        lambda.name(),
                        lambda.line(lambda.nameSpan().start()))
                .build();
    }

    private static void annotations(TypeSpec.Builder machine, boolean annotate) {
        if (annotate)
            machine.addAnnotation(AnnotationSpec.builder(Names.GENERATED)
                    .addMember("value", "$S", "dev.perdure.processor.DurableProcessor")
                    .build());
        var warnings = AnnotationSpec.builder(SuppressWarnings.class);
        WARNINGS.forEach(warning -> warnings.addMember("value", "$S", warning));
        machine.addAnnotation(warnings.build());
    }

    private static void fields(TypeSpec.Builder machine, MethodModel method, Plan plan) {
        if (!method.isStatic())
            machine.addField(FieldSpec.builder(Signatures.type(method.host().text()), "$self", Modifier.PRIVATE)
                    .build());
        plan.fields().stream()
                .sorted(Comparator.comparingInt(Var::id))
                .forEach(var -> machine.addField(
                        FieldSpec.builder(Signatures.type(var.type().text()), var.field(), Modifier.PRIVATE)
                                .build()));
    }

    /** Keeps bindings of patterns in fields, in the middle of a condition. */
    private static void bound(TypeSpec.Builder machine, MethodModel method) {
        boolean needed = method.edits().stream()
                .flatMap(edit -> edit.code().pieces().stream())
                .anyMatch(dev.perdure.processor.model.Piece.Binding.class::isInstance);
        if (needed)
            machine.addMethod(MethodSpec.methodBuilder("$bound")
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .returns(TypeName.BOOLEAN)
                    .addParameter(Object[].class, "any")
                    .varargs()
                    .addCode(CodeBlock.of("return true;\n"))
                    .build());
    }
}
