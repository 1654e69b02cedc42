package studio.saddlepoint.train.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.core.English;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.parameter.HyperParameter;

/** The recipe of a report: what it has otherwise than the nearest of the program's, then all. */
final class ReportRecipe {
  private ReportRecipe() {}

  static Html of(ReportContent content) {
    Html html = new Html();
    Recipe recipe = content.recipe();
    html.open("section", "id", "recipe").element("h2", "Recipe");
    content
        .run()
        .origin()
        .ifPresent(
            each ->
                html.element(
                    "p", (each.branch() ? "Branched from " : "Fine-tuned from ") + each + "."));
    Map<String, List<String>> differences = content.differences();
    String base = content.base().title() + " (" + content.base().name() + ")";
    if (differences.isEmpty()) {
      html.element("p", "As it comes with the program: " + base + ".");
    } else {
      html.open("div", "class", "scroll").open("table");
      html.element(
          "caption",
          English.of(
              "%s from %s, which comes with the program",
              English.count(differences.size(), "difference"), base));
      html.open("thead").row("th", List.of("Setting", "Key", "There", "Here")).close();
      html.open("tbody");
      differences.forEach((key, values) -> row(html, key, values.get(0), values.get(1)));
      html.close().close().close();
    }
    if (!recipe.paper().isBlank()) {
      html.element("p", recipe.paper(), "class", "note");
    }
    all(html, recipe);
    return html.close();
  }

  private static void row(Html html, String key, String there, String here) {
    html.open("tr").inline("td", HyperParameters.of(key).label());
    html.open("td").inline("code", key).close();
    html.open("td").inline("span", there, "class", "was").close();
    html.open("td").inline("strong", here).close();
    html.close();
  }

  private static void all(Html html, Recipe recipe) {
    Map<String, Html> groups = new LinkedHashMap<>();
    int count = 0;
    for (HyperParameter each : HyperParameters.all()) {
      if (each.group().isEmpty() && !each.numeric()) {
        continue;
      }
      Html group = groups.computeIfAbsent(each.group(), name -> new Html());
      group.open("tr").inline("td", each.label());
      group.open("td").inline("code", each.key()).close();
      group.inline("td", each.format(each.get(recipe)) + unit(each)).close();
      count++;
    }
    html.open("details").element("summary", English.of("All %,d settings", count));
    html.open("div", "class", "scroll").open("table", "class", "settings").open("tbody");
    groups.values().forEach(html::with);
    html.close().close().close().close();
  }

  private static String unit(HyperParameter each) {
    String unit = each.description().unit();
    return unit.isEmpty() ? "" : " " + unit;
  }
}
