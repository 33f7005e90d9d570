package dev.perdure.tests.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A choice among weighted forms. The first form is the simplest. */
final class Menu<T> {
    private record Dish<T>(int weight, String feature, Supplier<T> recipe) {}

    private final List<Dish<T>> dishes = new ArrayList<>();

    Menu<T> add(int weight, String feature, Supplier<T> recipe) {
        dishes.add(new Dish<>(weight, feature, recipe));
        return this;
    }

    Menu<T> addIf(boolean possible, int weight, String feature, Supplier<T> recipe) {
        return possible ? add(weight, feature, recipe) : this;
    }

    T order(Context context) {
        var weights = dishes.stream().mapToInt(Dish::weight).sum();
        var choice = context.choices.below(weights);
        for (var dish : dishes) {
            choice -= dish.weight;
            if (choice >= 0) continue;
            context.features.add(dish.feature);
            return dish.recipe.get();
        }
        throw new IllegalStateException("an empty menu");
    }
}
