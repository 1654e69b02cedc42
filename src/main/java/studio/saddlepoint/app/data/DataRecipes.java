package studio.saddlepoint.app.data;

import java.util.List;
import java.util.Locale;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;

/** Recipes for data sets that a person looks at. */
final class DataRecipes {
    private static final int LONGEST_NAME = 40;

    private DataRecipes() {}

    /**
     * A recipe that learns a data set: an embedded one made for it, or else the default with this
     * data set in place.
     *
     * @param source "strokes", "shapes" or a path
     * @param name the data set's name for a person
     */
    static Recipe of(String source, String name) {
        List<Recipe> embedded = Recipes.embedded();
        return embedded.stream()
                .filter(each -> each.data().source().equals(source))
                .findFirst()
                .orElseGet(
                        () ->
                                embedded.get(0)
                                        .with("name", "dcgan-" + slug(name))
                                        .with("title", Messages.text("data.recipe.title", name))
                                        .with("summary", Messages.text("data.recipe.text", name))
                                        .with("data.source", source));
    }

    /** The name as part of a folder's name. */
    static String slug(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty()
                ? "images"
                : plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    }
}
