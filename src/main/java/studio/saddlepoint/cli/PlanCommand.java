package studio.saddlepoint.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.saddlepoint.cli.RecipeChoice.Setting;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.ShellLine;
import studio.saddlepoint.core.ShellLine.Shell;
import studio.saddlepoint.recipe.DataSettings;
import studio.saddlepoint.recipe.FolderMeaning;
import studio.saddlepoint.recipe.PreferredDevice;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.train.plan.PlanAdvice;
import studio.saddlepoint.train.plan.PlanChoice;
import studio.saddlepoint.train.plan.PlanRequest;
import studio.saddlepoint.train.plan.PlanRequest.Measuring;
import studio.saddlepoint.train.plan.TrainingPlan;

/** Tells what to train on some data in some time, and what to expect of it. */
@Command(
    name = "plan",
    description = {
      "Tells what to train on some data in the time that there is: one recipe, why, what to expect of it here, cautions, and the command.",
      "The first time, some steps of that recipe are timed, for some seconds."
    })
final class PlanCommand implements Callable<Integer> {
  private static final int SIZE = 32;
  private static final double USUAL_MINUTES = 5;

  private final CommandOutput console;
  private final Home home;
  private final String device;

  @Parameters(
      paramLabel = "DATA",
      description =
          "strokes, shapes, the name of a well-known data set (see data get), or the path of a folder or zip of images, IDX files or CIFAR.")
  private String data = "";

  @Option(
      names = "--minutes",
      paramLabel = "M",
      description = "The time that there is, such as 5, 30 or 480. Default: 5.")
  private double minutes = USUAL_MINUTES;

  @Option(
      names = "--folders",
      paramLabel = "MEANING",
      description =
          "What folders in it mean: classes (pictures beside them are left out), or together (all pictures as one, without classes). Default: classes.")
  private @Nullable String folders;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Plans with a value of the recipe, such as data.size=32 or data.mirror=true. May be given many times.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--anew",
      description = "Measures the speed of this computer again, such as when it was busy before.")
  private boolean anew;

  @Option(
      names = "--unmeasured",
      description = "Measures nothing: the plan then tells no number of steps.")
  private boolean unmeasured;

  /**
   * The command.
   *
   * @param device preferred where the recipe leaves the choice; {@code auto} for none
   */
  PlanCommand(CommandOutput console, Home home, String device) {
    this.console = console;
    this.home = home;
    this.device = device;
  }

  @Override
  public Integer call() {
    if (anew && unmeasured) {
      throw new BadUse("--anew measures and --unmeasured does not: give one of them.");
    }
    Map<String, String> chosen = new LinkedHashMap<>();
    settings.stream()
        .map(PlanCommand::setting)
        .forEach(each -> chosen.put(key(each), each.value()));
    FolderMeaning meaning =
        DataInfoCommand.meaning(folders == null ? FolderMeaning.CLASSES.id() : folders);
    PlanRequest request =
        new PlanRequest(
            new DataSettings(DataSource.of(data, home), SIZE, false, meaning),
            MinutesOption.time(minutes),
            chosen,
            unmeasured ? Measuring.NEVER : anew ? Measuring.ANEW : Measuring.NEEDED);
    TrainingPlan plan = request.answer(home.caches(), this::preferred, console);
    ShellLine command = plan.command(data);
    console.result(document(plan, command), text(plan, command));
    return Main.DONE;
  }

  /** What the plan finds itself is not set. */
  private static Setting setting(String text) {
    Setting setting = Setting.of(text);
    String key = key(setting);
    if (key.equals("training.steps") || key.equals("data.source") || key.equals("data.folders")) {
      throw new BadUse(
          key.equals("training.steps")
              ? "--set training.steps: the plan finds the steps that fit; give --minutes."
              : "--set " + key + ": name the data itself, and --folders.");
    }
    return setting;
  }

  private static String key(Setting setting) {
    return setting.parameter().key();
  }

  private Recipe preferred(Recipe recipe) {
    return !device.equals("auto") && TorchEngine.has(device)
        ? PreferredDevice.of(recipe, device)
        : recipe;
  }

  private static Map<String, Object> document(TrainingPlan plan, ShellLine command) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("data", plan.data().name());
    document.put("kind", plan.data().kind().id());
    document.put("kindKnown", plan.data().kindKnown());
    document.put("images", plan.data().images());
    document.put("classes", plan.data().classes());
    document.put("minutes", plan.time().toNanos() / 60e9);
    document.put("recipe", plan.first().candidate().recipe());
    document.put("settings", plan.settings());
    document.put("why", plan.first().why());
    document.put("others", others(plan).stream().map(PlanChoice::candidate).toList());
    document.put("budget", plan.budget().map(PlanCommand::budget).orElse(null));
    Map<String, Object> outlook = new LinkedHashMap<>();
    outlook.put("lowFid", plan.outlook().low());
    outlook.put("highFid", plan.outlook().high());
    outlook.put("text", plan.outlook().text());
    document.put("outlook", outlook);
    document.put("looks", plan.recipe().expect());
    document.put("cautions", plan.advice().stream().map(PlanCommand::caution).toList());
    document.put("command", command.words());
    return document;
  }

  private static Map<String, Object> budget(TrainingPlan.Budget budget) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("steps", budget.steps());
    document.put("images", budget.images());
    document.put("stepsPerSecond", budget.speed().stepsPerSecond());
    document.put("imagesPerSecond", budget.speed().imagesPerSecond());
    return document;
  }

  private static Map<String, Object> caution(PlanAdvice advice) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("topic", advice.topic().id());
    document.put("text", advice.text());
    document.put("remedy", advice.remedy());
    return document;
  }

  private static List<PlanChoice> others(TrainingPlan plan) {
    return plan.ranked().subList(1, plan.ranked().size());
  }

  private static String text(TrainingPlan plan, ShellLine command) {
    List<String> lines = new ArrayList<>();
    lines.add("Train " + Escapes.name(plan.recipe().title()));
    lines.add(plan.first().why());
    lines.add("");
    plan.expectation().ifPresent(lines::add);
    lines.add(plan.outlook().text());
    if (!plan.recipe().expect().isBlank()) {
      lines.add("How it looks: " + Escapes.name(plan.recipe().expect()));
    }
    if (!plan.advice().isEmpty()) {
      lines.add("");
    }
    for (PlanAdvice each : plan.advice()) {
      lines.add("Caution: " + Escapes.name(each.text()));
      if (!each.remedy().isEmpty()) {
        lines.add(
            "  helps: "
                + each.remedy().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(set -> "--set " + set.getKey() + "=" + set.getValue())
                    .collect(Collectors.joining(" ")));
      }
    }
    lines.add("");
    lines.add("  " + command.text(Shell.here()));
    List<PlanChoice> others = others(plan);
    if (!others.isEmpty()) {
      lines.add("");
      lines.add(
          English.of(
              "Next best: %s",
              others.stream()
                  .map(each -> each.candidate().name())
                  .collect(Collectors.joining(", "))));
    }
    return String.join(System.lineSeparator(), lines);
  }
}
