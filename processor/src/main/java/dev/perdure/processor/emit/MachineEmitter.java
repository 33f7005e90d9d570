package dev.perdure.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.perdure.processor.lower.Lowering.Lowered;
import dev.perdure.processor.lower.Plan;
import dev.perdure.processor.model.Code;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Piece;
import dev.perdure.processor.model.Span;
import dev.perdure.processor.model.Var;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import javax.lang.model.element.Modifier;

/** Writes the class of a machine. */
public final class MachineEmitter {
    /** All that javac could say of it; {@code all} is for other tools. */
    private static final String QUIET = """
            {"all", "auxiliaryclass", "cast", "dep-ann", "deprecation", "divzero", "empty", "exports", "fallthrough",
            "finally", "lossy-conversions", "overloads", "overrides", "preview", "rawtypes", "removal", "serial", "static",
            "synchronization", "this-escape", "try", "unchecked", "varargs"}""";

    private final MethodModel method;
    private final Lowered lowered;
    private final Plan plan;
    private final Renderer renderer;

    private MachineEmitter(MethodModel method, Lowered lowered) {
        this.method = method;
        this.lowered = lowered;
        this.plan = lowered.plan();
        this.renderer = new Renderer(method, plan.fields(), lowered.numbers());
    }

    /**
     * The source of a method's machine.
     *
     * @param annotate whether the annotation {@code Generated} can be named
     */
    public static String emit(MethodModel method, Lowered lowered, boolean annotate) {
        var type = new MachineEmitter(method, lowered).type().addModifiers(Modifier.PUBLIC);
        type.addJavadoc(
                "The state machine of $L, in $L.\n",
                method.identity(),
                method.host().file());
        if (annotate)
            type.addAnnotation(AnnotationSpec.builder(ClassName.bestGuess(Names.GENERATED))
                    .addMember("value", "$S", "dev.perdure.processor.DurableProcessor")
                    .build());
        type.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", "$L", QUIET)
                .build());
        var file = imported(
                JavaFile.builder(method.host().packageName(), type.build())
                        .skipJavaLangImports(true)
                        .indent("    ")
                        .build()
                        .toString(),
                method);
        var whole = lifted(file, method, lowered);
        return whole.replace(LayoutEmitter.LINES, Marks.table(whole));
    }

    /** Puts simple names where text has qualified ones, and the imports that these need to JavaPoet's own. */
    private static String imported(String file, MethodModel method) {
        int start = file.indexOf("/**");
        var imports = new Imports(method.host().packageName(), method.mentions());
        var body = imports.shorten(file.substring(start));
        var all = new TreeSet<>(imports.used());
        var out = new StringBuilder(file.length());
        for (var line : file.substring(0, start).lines().toList()) {
            if (line.startsWith("import ")) all.add(line.substring("import ".length(), line.length() - 1));
            else if (line.startsWith("package ")) out.append(line).append("\n\n");
        }
        for (var name : all) out.append("import ").append(name).append(";\n");
        return out.append('\n').append(body).toString();
    }

    /** Puts local types where their places are: as text, which JavaPoet cannot take. */
    private static String lifted(String file, MethodModel method, Lowered lowered) {
        var text = file;
        var imports = new Imports(method.host().packageName(), method.mentions());
        var renderer = new Renderer(method, lowered.plan().fields(), lowered.numbers());
        for (var type : method.types()) {
            var source = imports.shorten(Marks.noted(renderer.statement(Code.of(type), -1)));
            text = text.replaceFirst("static \\{\\s*" + place(type) + "\\s*\\}", Matcher.quoteReplacement(source));
        }
        for (int i = 0; i < method.lambdas().size(); i++)
            text = lifted(text, method.lambdas().get(i), lowered.lambdas().get(i));
        return text;
    }

    private static String place(Span type) {
        return "@type" + type.start() + "@";
    }

    private TypeSpec.Builder type() {
        var type = TypeSpec.classBuilder(method.machine())
                .addModifiers(Modifier.FINAL)
                .superclass(Signatures.type(Names.FRAME));
        if (!method.typeParameters().isEmpty()) type.addTypeVariable(Signatures.variables(method.typeParameters()));
        var layout = new LayoutEmitter(method, plan);
        var accessors = new AccessorEmitter(method.accessors());
        layout.fields(type);
        accessors.fields(type);
        fields(type);
        new RunEmitter(plan, renderer).emit(type);
        bound(type);
        new BeginEmitter(method).emit(type);
        new SlotsEmitter(plan).emit(type);
        accessors.methods(type);
        new UpdateEmitter(method.updates()).emit(type);
        layout.method(type);
        for (var local : method.types()) type.addStaticBlock(CodeBlock.of("$L\n", place(local)));
        nested(type);
        return type;
    }

    private void nested(TypeSpec.Builder type) {
        for (int i = 0; i < method.lambdas().size(); i++) {
            var lambda = method.lambdas().get(i);
            type.addType(new MachineEmitter(lambda, lowered.lambdas().get(i))
                    .type()
                    .addModifiers(Modifier.STATIC)
                    .addJavadoc(
                            "The $L in line $L.\n",
                            lambda.name(),
                            lambda.line(lambda.nameSpan().start()))
                    .build());
        }
    }

    private void fields(TypeSpec.Builder type) {
        if (!method.isStatic()) type.addField(Signatures.type(method.host().text()), "$self", Modifier.PRIVATE);
        plan.fields().stream()
                .sorted(Comparator.comparingInt(Var::id))
                .forEach(var -> type.addField(Signatures.type(var.type().text()), var.field(), Modifier.PRIVATE));
    }

    /** Keeps bindings of patterns in fields, in the middle of a condition. */
    private void bound(TypeSpec.Builder type) {
        boolean needed = method.edits().stream()
                .flatMap(edit -> edit.code().pieces().stream())
                .anyMatch(Piece.Binding.class::isInstance);
        if (needed)
            type.addMethod(Signatures.with(
                    Signatures.statics(Modifier.PRIVATE, "", "boolean", "$bound", List.of("java.lang.Object... any")),
                    new SourceWriter().line("return true;")));
    }
}
