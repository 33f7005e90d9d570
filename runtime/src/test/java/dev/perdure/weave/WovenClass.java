package dev.perdure.weave;

import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Puts the hooks into one class. What is synchronized becomes a monitor of the play's. */
final class WovenClass extends ClassVisitor {
    private static final String LOCKED = "$locked";
    private static final int HIDDEN = Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC;

    private final String name;
    private final BiPredicate<String, String> changes;

    WovenClass(ClassVisitor writer, String name, BiPredicate<String, String> changes) {
        super(Opcodes.ASM9, writer);
        this.name = name;
        this.changes = changes;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String type, @Nullable String signature, String @Nullable [] exceptions) {
        boolean locked = (access & Opcodes.ACC_SYNCHRONIZED) != 0;
        if (locked) wrap(access & ~Opcodes.ACC_SYNCHRONIZED, method, type, signature, exceptions);
        var visitor = locked
                ? super.visitMethod(HIDDEN | (access & Opcodes.ACC_STATIC), method + LOCKED, type, null, exceptions)
                : super.visitMethod(access, method, type, signature, exceptions);
        return new WovenMethod(visitor, changes, method.equals("<clinit>"), (name + method + type).hashCode());
    }

    /** A method of this name that takes the monitor, calls what was synchronized, and lets go. */
    private void wrap(
            int access, String method, String type, @Nullable String signature, String @Nullable [] exceptions) {
        if ((access & Opcodes.ACC_STATIC) != 0) throw new IllegalArgumentException(name + "." + method + " is static");
        var code = super.visitMethod(access, method, type, signature, exceptions);
        var begin = new Label();
        var end = new Label();
        var failed = new Label();
        code.visitCode();
        code.visitTryCatchBlock(begin, end, failed, null);
        monitor(code, "lock");
        code.visitLabel(begin);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        int slot = 1;
        for (Type argument : Type.getArgumentTypes(type)) {
            code.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), slot);
            slot += argument.getSize();
        }
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, method + LOCKED, type, false);
        code.visitLabel(end);
        monitor(code, "unlock");
        code.visitInsn(Type.getReturnType(type).getOpcode(Opcodes.IRETURN));
        code.visitLabel(failed);
        code.visitFrame(Opcodes.F_SAME1, 0, null, 1, new Object[] {"java/lang/Throwable"});
        monitor(code, "unlock");
        code.visitInsn(Opcodes.ATHROW);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private static void monitor(MethodVisitor code, String hook) {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        WovenMethod.hook(code, hook, "(Ljava/lang/Object;)V");
    }
}
