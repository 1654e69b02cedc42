package studio.saddlepoint.app.lesson;

import java.util.List;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;

/** Recipes that are held against each other, and what is to be seen in them. */
enum Lesson {
  /** A game against a bound of the likelihood. */
  VAE_BESIDE_GAN("vae-beside-gan", "dcgan-strokes", "vae-strokes");

  private final String id;
  private final List<String> recipes;

  Lesson(String id, String... recipes) {
    this.id = id;
    this.recipes = List.of(recipes);
  }

  /** Its name in texts: {@code lesson.ID.title}, {@code .text}, {@code .why}. */
  String id() {
    return id;
  }

  /** What is trained, from left to right. */
  List<Recipe> recipes() {
    return recipes.stream().map(Recipes::load).toList();
  }
}
