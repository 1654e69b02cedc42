package studio.saddlepoint.app.data;

import java.util.List;
import studio.saddlepoint.recipe.OtherData;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;

/** Recipes for data sets that a person looks at. */
final class DataRecipes {
    private DataRecipes() {}

    /**
     * A recipe that learns a data set: an embedded one made for it, or else the default with this
     * data set in place.
     *
     * @param source "strokes", "shapes" or a path
     */
    static Recipe of(String source) {
        List<Recipe> embedded = Recipes.embedded();
        return embedded.stream()
                .filter(each -> each.data().source().equals(source))
                .findFirst()
                .orElseGet(() -> OtherData.of(embedded.get(0), source));
    }
}
