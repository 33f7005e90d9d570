package dev.perdure.processor.layout;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

/** Lock files on disk, one a method. */
final class Folder {
    private static final Pattern PACKAGES = Pattern.compile("(?:[\\p{javaJavaIdentifierPart}]+\\.)+");

    private final Path folder;

    Folder(Path folder) {
        this.folder = folder;
    }

    /** A file that cannot be read, understood or written. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String text, Throwable cause) {
            super(text, cause);
        }

        String text() {
            return String.valueOf(getMessage());
        }
    }

    boolean exists() {
        return Files.isDirectory(folder);
    }

    /** The name of a method's file: {@code shop.OrderFlow.place_Order_int.json}. */
    static String nameOf(String identity) {
        int parameters = identity.indexOf('(');
        var name = new StringBuilder(identity.substring(0, parameters));
        var types = identity.substring(parameters + 1, identity.length() - 1);
        if (!types.isEmpty())
            for (var type : types.split(",", -1))
                name.append('_').append(PACKAGES.matcher(type).replaceAll("").replace("[]", "Array"));
        return name.append(".json").toString();
    }

    /** A method's file; without a layout where there is none. */
    LockFile read(String name, String method) throws Unusable {
        var path = folder.resolve(name);
        try {
            var file = LockText.read(Files.readString(path));
            if (file.method().equals(method)) return file;
            throw new Malformed("it is of " + file.method() + ", not of " + method);
        } catch (NoSuchFileException none) {
            return new LockFile(method, List.of());
        } catch (Malformed | CharacterCodingException malformed) {
            throw new Unusable(
                    "lock file " + path + " is none: "
                            + (malformed instanceof Malformed ? malformed.getMessage() : "it is not UTF-8")
                            + ". Take it from version control as it was",
                    malformed);
        } catch (IOException unreadable) {
            throw new Unusable(
                    "lock file " + path + " cannot be read: " + unreadable + ". Make it readable for the build",
                    unreadable);
        }
    }

    /** Writes a method's file, whole or not at all. */
    void write(String name, LockFile file) throws Unusable {
        var path = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            var fresh = Files.createTempFile(folder, name, ".tmp");
            try {
                Files.writeString(fresh, LockText.write(file));
                Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException unwritable) {
            throw new Unusable(
                    "lock file " + path + " cannot be written: " + unwritable + ". Make the folder writable for the"
                            + " build, or compile without -A" + Lock.MODE + "=update",
                    unwritable);
        }
    }
}
