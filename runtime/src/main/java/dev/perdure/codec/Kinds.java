package dev.perdure.codec;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.Stack;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;

/** The closed lists of container kinds: which JDK class is which kind, and which kind a declared type means by itself. */
@SuppressWarnings("JdkObsolete") // what people use can be saved
final class Kinds<C> {
    static final Kinds<Collection<@Nullable Object>> COLLECTIONS = collections();
    static final Kinds<Map<@Nullable Object, @Nullable Object>> MAPS = maps();

    private final Map<String, Kind<C>> byClass = new HashMap<>();
    private final Map<String, Kind<C>> byTag = new HashMap<>();

    private Kinds() {}

    /** The kind of a value's class, or null if it is none of the list. */
    @Nullable
    Kind<C> ofClass(Class<?> type) {
        return byClass.get(type.getName());
    }

    /** The kind of a name in the data, or null. */
    @Nullable
    Kind<C> ofTag(String tag) {
        return byTag.get(tag);
    }

    private Kind<C> add(Kind<C> kind, String... classes) {
        byTag.put(kind.tag(), kind);
        for (String name : classes) byClass.put("java.util." + name, kind);
        return kind;
    }

    private static Kinds<Collection<@Nullable Object>> collections() {
        var kinds = new Kinds<Collection<@Nullable Object>>();
        kinds.add(Kind.plain("ArrayList", true, e -> new ArrayList<>()), "ArrayList");
        kinds.add(Kind.plain("LinkedList", true, e -> new LinkedList<>()), "LinkedList");
        kinds.add(Kind.plain("ArrayDeque", true, e -> new ArrayDeque<>()), "ArrayDeque");
        kinds.add(Kind.plain("Vector", true, e -> new Vector<>()), "Vector");
        kinds.add(Kind.plain("Stack", true, e -> new Stack<>()), "Stack");
        kinds.add(Kind.plain("PriorityQueue", true, e -> new PriorityQueue<>()), "PriorityQueue");
        kinds.add(
                Kind.plain("CopyOnWriteArrayList", true, e -> new CopyOnWriteArrayList<>()),
                "concurrent.CopyOnWriteArrayList");
        kinds.add(
                Kind.plain("ConcurrentLinkedQueue", true, e -> new ConcurrentLinkedQueue<>()),
                "concurrent.ConcurrentLinkedQueue");
        kinds.add(
                Kind.plain("ConcurrentLinkedDeque", true, e -> new ConcurrentLinkedDeque<>()),
                "concurrent.ConcurrentLinkedDeque");
        kinds.add(
                Kind.wrapped("List.of", true, e -> new ArrayList<>(), Kind::listOf),
                "ImmutableCollections$ListN",
                "ImmutableCollections$List12",
                "ImmutableCollections$SubList");
        kinds.add(Kind.wrapped("asList", true, e -> new ArrayList<>(), Kind::asList), "Arrays$ArrayList");
        kinds.add(
                Kind.wrapped("emptyList", true, e -> new ArrayList<>(), any -> Collections.emptyList()),
                "Collections$EmptyList");
        kinds.add(
                Kind.wrapped(
                        "singletonList",
                        true,
                        e -> new ArrayList<>(),
                        one -> Collections.singletonList(one.iterator().next())),
                "Collections$SingletonList");
        kinds.add(
                Kind.wrapped(
                        "unmodifiableList",
                        true,
                        e -> new ArrayList<>(),
                        all -> Collections.unmodifiableList(Kind.list(all))),
                "Collections$UnmodifiableList",
                "Collections$UnmodifiableRandomAccessList");
        kinds.add(
                Kind.wrapped(
                        "synchronizedList",
                        true,
                        e -> new ArrayList<>(),
                        all -> Collections.synchronizedList(Kind.list(all))),
                "Collections$SynchronizedList",
                "Collections$SynchronizedRandomAccessList");
        sets(kinds);
        return kinds;
    }

    private static void sets(Kinds<Collection<@Nullable Object>> kinds) {
        kinds.add(Kind.plain("HashSet", false, e -> new HashSet<>()), "HashSet");
        kinds.add(Kind.plain("LinkedHashSet", true, e -> new LinkedHashSet<>()), "LinkedHashSet");
        kinds.add(Kind.plain("TreeSet", true, e -> new TreeSet<>()), "TreeSet");
        kinds.add(
                Kind.plain("ConcurrentSkipListSet", true, e -> new ConcurrentSkipListSet<>()),
                "concurrent.ConcurrentSkipListSet");
        kinds.add(
                Kind.plain("CopyOnWriteArraySet", true, e -> new CopyOnWriteArraySet<>()),
                "concurrent.CopyOnWriteArraySet");
        kinds.add(
                Kind.plain("newKeySet", false, e -> ConcurrentHashMap.newKeySet()),
                "concurrent.ConcurrentHashMap$KeySetView");
        kinds.add(Kind.plain("EnumSet", true, Kinds::noneOf), "RegularEnumSet", "JumboEnumSet");
        kinds.add(
                Kind.wrapped("Set.of", false, e -> new HashSet<>(), Set::copyOf),
                "ImmutableCollections$SetN",
                "ImmutableCollections$Set12");
        kinds.add(
                Kind.wrapped("emptySet", true, e -> new HashSet<>(), any -> Collections.emptySet()),
                "Collections$EmptySet");
        kinds.add(
                Kind.wrapped(
                        "singleton",
                        true,
                        e -> new HashSet<>(),
                        one -> Collections.singleton(one.iterator().next())),
                "Collections$SingletonSet");
        kinds.add(
                Kind.wrapped(
                        "unmodifiableSet",
                        true,
                        e -> new LinkedHashSet<>(),
                        all -> Collections.unmodifiableSet((Set<@Nullable Object>) all)),
                "Collections$UnmodifiableSet");
        kinds.add(
                Kind.wrapped(
                        "unmodifiableSortedSet",
                        true,
                        e -> new TreeSet<>(),
                        all -> Collections.unmodifiableSortedSet((SortedSet<@Nullable Object>) all)),
                "Collections$UnmodifiableSortedSet");
    }

    private static Kinds<Map<@Nullable Object, @Nullable Object>> maps() {
        var kinds = new Kinds<Map<@Nullable Object, @Nullable Object>>();
        kinds.add(Kind.plain("HashMap", false, k -> new HashMap<>()), "HashMap");
        kinds.add(Kind.plain("LinkedHashMap", true, k -> new LinkedHashMap<>()), "LinkedHashMap");
        kinds.add(Kind.plain("TreeMap", true, k -> new TreeMap<>()), "TreeMap");
        kinds.add(Kind.plain("Hashtable", false, k -> new Hashtable<>()), "Hashtable");
        kinds.add(
                Kind.plain("ConcurrentHashMap", false, k -> new ConcurrentHashMap<>()), "concurrent.ConcurrentHashMap");
        kinds.add(
                Kind.plain("ConcurrentSkipListMap", true, k -> new ConcurrentSkipListMap<>()),
                "concurrent.ConcurrentSkipListMap");
        kinds.add(Kind.plain("EnumMap", true, Kinds::enumMap), "EnumMap");
        kinds.add(
                Kind.wrapped("Map.of", false, k -> new HashMap<>(), Map::copyOf),
                "ImmutableCollections$MapN",
                "ImmutableCollections$Map1");
        kinds.add(
                Kind.wrapped("emptyMap", true, k -> new HashMap<>(), any -> Collections.emptyMap()),
                "Collections$EmptyMap");
        kinds.add(
                Kind.wrapped("singletonMap", true, k -> new HashMap<>(), Kinds::singletonMap),
                "Collections$SingletonMap");
        kinds.add(
                Kind.wrapped("unmodifiableMap", true, k -> new LinkedHashMap<>(), Collections::unmodifiableMap),
                "Collections$UnmodifiableMap");
        kinds.add(
                Kind.wrapped(
                        "unmodifiableSortedMap",
                        true,
                        k -> new TreeMap<>(),
                        all -> Collections.unmodifiableSortedMap((SortedMap<@Nullable Object, @Nullable Object>) all)),
                "Collections$UnmodifiableSortedMap");
        return kinds;
    }

    private static Map<@Nullable Object, @Nullable Object> singletonMap(Map<@Nullable Object, @Nullable Object> one) {
        var entry = one.entrySet().iterator().next();
        return Collections.singletonMap(entry.getKey(), entry.getValue());
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the declared element type is an enum, or nothing could be in it
    private static Collection<@Nullable Object> noneOf(Class<?> element) {
        return (Collection) EnumSet.noneOf((Class) element);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // as above
    private static Map<@Nullable Object, @Nullable Object> enumMap(Class<?> key) {
        return (Map) new EnumMap((Class) key);
    }
}
