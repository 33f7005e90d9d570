package dev.perdure.processor.read;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A class that is shown to the second compiler as a source made of what the outer one tells of it. */
final class StubFile extends SimpleJavaFileObject implements Bridge.Named {
    private static final String SCHEME = "perdure";

    private final String binaryName;
    private final LateText text;

    StubFile(String binaryName, LateText text) {
        super(URI.create(SCHEME + ":///" + binaryName.replace('.', '/') + ".java"), Kind.SOURCE);
        this.binaryName = binaryName;
        this.text = text;
    }

    /** Whether a place is in such a file: what the compiler says of it is not the user's business. */
    static boolean isOne(URI place) {
        return SCHEME.equals(place.getScheme());
    }

    @Override
    public String binaryName() {
        return binaryName;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text.get();
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
        return kind == Kind.SOURCE && !simpleName.endsWith("-info");
    }
}
