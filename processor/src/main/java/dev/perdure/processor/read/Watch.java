package dev.perdure.processor.read;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.util.function.Consumer;
import javax.annotation.processing.ProcessingEnvironment;

/** Tells when the compiler has written a class. */
public final class Watch {
    private Watch() {}

    /**
     * Calls back with the binary name of each class that was written from now on.
     *
     * @return false if this compiler does not tell
     */
    public static boolean classes(ProcessingEnvironment env, Consumer<String> written) {
        var inner = Environments.unwrap(env);
        var elements = inner.getElementUtils();
        try {
            JavacTask.instance(inner).addTaskListener(new TaskListener() {
                @Override
                public void finished(TaskEvent event) {
                    if (event.getKind() == TaskEvent.Kind.GENERATE && event.getTypeElement() != null)
                        written.accept(
                                elements.getBinaryName(event.getTypeElement()).toString());
                }
            });
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
