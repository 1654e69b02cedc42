package studio.saddlepoint.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.HyperParameter;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.RecipeCheck;
import studio.saddlepoint.recipe.Recipes;

/** A recipe as the command line tells it. What it refuses is bad use. */
final class RecipeChoice {
    private static final String RECIPE_OF_RUN = "recipe.json";
    private static final String ON = " on ";
    private static final Set<String> EMBEDDED = Set.of("strokes", "shapes");

    private RecipeChoice() {}

    /** A setting as {@code --set} has it. */
    record Setting(HyperParameter parameter, String value) {
        /**
         * Reads a setting.
         *
         * @param text such as {@code training.batchSize=32}
         * @throws BadUse if there is no such key or the value is not allowed
         */
        static Setting of(String text) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new BadUse(
                        "--set "
                                + text
                                + " has no value: write key=value, such as training.batchSize=32.");
            }
            try {
                HyperParameter parameter = HyperParameters.of(text.substring(0, equals).strip());
                String value = text.substring(equals + 1);
                parameter.parse(value);
                return new Setting(parameter, value);
            } catch (StudioException e) {
                throw new BadUse(e);
            }
        }
    }

    /**
     * A recipe by file or name.
     *
     * @throws BadUse if there is neither, or it is not valid
     */
    static Recipe load(String fileOrName) {
        try {
            checkFile(fileOrName);
            return Recipes.load(fileOrName);
        } catch (StudioException e) {
            throw new BadUse(e);
        }
    }

    /** What reads like a path is not looked for among the embedded recipes. */
    private static void checkFile(String fileOrName) {
        Path path =
                PathNames.spelt(fileOrName)
                        .orElseThrow(
                                () ->
                                        new BadUse(
                                                "\""
                                                        + fileOrName
                                                        + "\" cannot be the name of a file or recipe."));
        if (Files.isDirectory(path)) {
            throw new BadUse(
                    fileOrName
                            + (Files.isRegularFile(path.resolve(RECIPE_OF_RUN))
                                    ? " is the folder of a run: resume goes on with it, and its "
                                            + RECIPE_OF_RUN
                                            + " trains the same again."
                                    : " is a folder: name a recipe's JSON file, or an embedded recipe (\"saddlepoint recipes\" lists them)."));
        }
        boolean pathLike = path.getNameCount() > 1 || fileOrName.endsWith(".json");
        if (pathLike && !Files.exists(path)) {
            throw new BadUse(
                    "There is no recipe file "
                            + fileOrName
                            + ": check the path, or name an embedded recipe (\"saddlepoint recipes\" lists them)."
                            + PathNames.cure(fileOrName));
        }
    }

    /**
     * A recipe with settings.
     *
     * @throws BadUse if they do not fit together
     */
    static Recipe with(Recipe recipe, List<Setting> settings) {
        Map<String, Object> changes = new LinkedHashMap<>();
        settings.forEach(each -> changes.put(each.parameter().key(), each.value()));
        try {
            return recipe.with(changes);
        } catch (StudioException e) {
            throw new BadUse(e);
        }
    }

    /**
     * A recipe that a new run may begin with.
     *
     * @throws BadUse if none may
     */
    static Recipe ofNew(Recipe recipe) {
        try {
            RecipeCheck.requireNew(recipe);
            return recipe;
        } catch (StudioException e) {
            throw new BadUse(e);
        }
    }

    /**
     * A recipe on other data: its name and title then tell of that data.
     *
     * @param source an embedded data set or a path
     */
    static Recipe on(Recipe recipe, String source) {
        String known = source(source);
        if (known.equals(recipe.data().source())) {
            return recipe;
        }
        String before = nameOf(recipe.data().source());
        String data = nameOf(known);
        String slug = slug(data);
        String name = without(recipe.name(), "-" + slug(before));
        String full = slug.isEmpty() ? name : name + "-" + slug;
        return recipe.with("data.source", known)
                .with("name", full.length() > 64 ? full.substring(0, 64) : full)
                .with("title", method(recipe.title(), before) + " on " + data);
    }

    private static String nameOf(String source) {
        return PathNames.spelt(source).map(PathNames::of).map(Escapes::name).orElse(source);
    }

    private static String slug(String data) {
        return data.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-+|-+$", "");
    }

    /** A recipe's title up to its data: the name of that, or else whatever is after the last on. */
    private static String method(String title, String data) {
        String method = without(title, ON + data);
        int on = method.lastIndexOf(ON);
        return method.length() < title.length() || on < 1 ? method : method.substring(0, on);
    }

    /** A text without its end; whole where it has another, or nothing would be left. */
    private static String without(String text, String end) {
        boolean ends = text.endsWith(end) && text.length() > end.length();
        return ends ? text.substring(0, text.length() - end.length()) : text;
    }

    /**
     * A data set's source, its path absolute, so that a run finds it from anywhere.
     *
     * @param source an embedded data set or a path
     * @throws BadUse if there is nothing at the path
     */
    static String source(String source) {
        if (EMBEDDED.contains(source)) {
            return source;
        }
        return PathNames.spelt(source)
                .map(path -> path.toAbsolutePath().normalize())
                .filter(Files::exists)
                .map(PathNames::text)
                .orElseThrow(() -> noData(source));
    }

    private static BadUse noData(String source) {
        return new BadUse(
                "There is no data set \""
                        + source
                        + "\": name strokes, shapes, or the path of a folder or zip of images, IDX files or CIFAR."
                        + PathNames.cure(source));
    }
}
