package dev.perdure.processor.read;

import dev.perdure.processor.model.SavedType;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;

/** Finds what the types of values that are saved are made of: records, enums and sealed types, and those in them. */
final class SavedTypeReader {
    private final Map<String, SavedType> found = new TreeMap<>();
    private final Set<TypeElement> seen = new HashSet<>();
    private final Deque<TypeElement> open = new ArrayDeque<>();

    private SavedTypeReader() {}

    /** Of all these classes, and those that values of them can hold; by name. */
    static Map<String, SavedType> read(Collection<TypeElement> mentioned) {
        var reader = new SavedTypeReader();
        mentioned.forEach(reader::meet);
        while (!reader.open.isEmpty()) reader.read(reader.open.pop());
        return reader.found;
    }

    private void meet(TypeElement type) {
        if (!type.getQualifiedName().toString().startsWith("java.") && seen.add(type)) open.push(type);
    }

    private void meet(TypeMirror type) {
        if (type instanceof ArrayType array) meet(array.getComponentType());
        else if (type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null)
            meet(wildcard.getExtendsBound());
        else if (type instanceof DeclaredType declared) {
            meet((TypeElement) declared.asElement());
            declared.getTypeArguments().forEach(this::meet);
        }
    }

    private void read(TypeElement type) {
        var name = TypeReader.name(type);
        if (type.getKind() == ElementKind.RECORD) found.put(name, ofRecord(type));
        else if (type.getKind() == ElementKind.ENUM) found.put(name, ofEnum(type));
        else if (type.getModifiers().contains(Modifier.SEALED)) found.put(name, ofSealed(type));
    }

    private SavedType ofRecord(TypeElement type) {
        var components = new TreeMap<String, String>();
        for (var each : ElementFilter.recordComponentsIn(type.getEnclosedElements())) {
            components.put(each.getSimpleName().toString(), TypeReader.saved(each.asType()));
            meet(each.asType());
        }
        return new SavedType.OfRecord(components);
    }

    private static SavedType ofEnum(TypeElement type) {
        return new SavedType.OfEnum(type.getEnclosedElements().stream()
                .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT)
                .map(Element::getSimpleName)
                .map(Object::toString)
                .sorted()
                .toList());
    }

    private SavedType ofSealed(TypeElement type) {
        type.getPermittedSubclasses().forEach(this::meet);
        return new SavedType.OfSealed(type.getPermittedSubclasses().stream()
                .map(TypeReader::saved)
                .sorted()
                .toList());
    }
}
