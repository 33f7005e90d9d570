package dev.perdure.weave;

import java.util.Set;
import java.util.function.BiPredicate;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Puts the hooks into one method: before fields that change, and before calls of what the platform has for threads. */
final class WovenMethod extends MethodVisitor {
    private static final String HOOKS = Type.getInternalName(Hooks.class);
    private static final String SHARED = "java/util/concurrent/";
    private static final String FUTURE = SHARED + "CompletableFuture";
    private static final Set<String> PERHAPS_SHARED =
            Set.of("java/util/Queue", "java/util/Deque", "java/util/Map", "java/util/Set");
    private final BiPredicate<String, String> changes;
    private final boolean initializer;
    private int place;

    /** The first place in the code has this number. */
    WovenMethod(MethodVisitor writer, BiPredicate<String, String> changes, boolean initializer, int place) {
        super(Opcodes.ASM9, writer);
        this.changes = changes;
        this.initializer = initializer;
        this.place = place;
    }

    static void hook(MethodVisitor code, String name, String type) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, name, type, false);
    }

    private void point() {
        mv.visitLdcInsn(place++);
        hook(mv, "point", "(I)V");
    }

    private void hook(String name) {
        hook(mv, name, "()V");
    }

    /** The platform holds a lock while it initializes a class: whoever does must not be held up. */
    @Override
    public void visitCode() {
        super.visitCode();
        if (initializer) hook("quiet");
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == Opcodes.MONITORENTER) hook(mv, "lock", "(Ljava/lang/Object;)V");
        else if (opcode == Opcodes.MONITOREXIT) hook(mv, "unlock", "(Ljava/lang/Object;)V");
        else {
            if (initializer && opcode == Opcodes.RETURN) hook("loud");
            super.visitInsn(opcode);
        }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String type) {
        if (changes.test(owner, name)) point();
        super.visitFieldInsn(opcode, owner, name, type);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String type, boolean isInterface) {
        if (owner.equals(FUTURE) && type.equals("()Ljava/lang/Object;")) {
            if (name.equals("join") || name.equals("get")) {
                hook(mv, name, "(L" + FUTURE + ";)Ljava/lang/Object;");
                return;
            }
        }
        boolean shared =
                opcode != Opcodes.INVOKESPECIAL && (owner.startsWith(SHARED) || PERHAPS_SHARED.contains(owner));
        boolean holding = shared && (name.startsWith("compute") || name.equals("merge"));
        if (shared) point();
        if (holding) hook("quiet");
        super.visitMethodInsn(opcode, owner, name, type, isInterface);
        if (holding) hook("loud");
    }
}
