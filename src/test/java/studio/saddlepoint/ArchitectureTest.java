package studio.saddlepoint;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The layers of src/site/markdown/architecture.md: each may use those below it, never above. */
class ArchitectureTest {
  /** From the lowest to the highest. */
  private static final List<String> LAYERS =
      List.of(
          "core", "recipe", "torch", "data", "nn", "model", "run", "latent", "metrics", "train",
          "lab", "bench");

  private static final String ROOT = "studio.saddlepoint.";

  /** Packages whose names everybody knows. */
  private static final List<String> JDK =
      List.of(
          "java.io",
          "java.lang",
          "java.math",
          "java.net",
          "java.nio",
          "java.nio.file",
          "java.text",
          "java.time",
          "java.util",
          "java.util.concurrent",
          "java.util.function",
          "java.util.stream");

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("studio.saddlepoint");

  @ParameterizedTest
  @FieldSource("LAYERS")
  void eachLayerUsesOnlyThoseBelow(String layer) {
    List<String> above = new ArrayList<>(LAYERS.subList(LAYERS.indexOf(layer) + 1, LAYERS.size()));
    above.addAll(List.of("app", "cli"));
    keepsApart(layer, above);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "recipe",
        "data",
        "nn",
        "run",
        "latent",
        "metrics",
        "train",
        "lab",
        "app.evaluate",
        "app.compare"
      })
  void thePartsOfALayerDependOnEachOtherInOneDirection(String layer) {
    slices().assignedFrom(new PackagesOf(ROOT + layer)).should().beFreeOfCycles().check(PROGRAM);
  }

  /** Each package of a layer by itself, the layer's own one too. */
  private record PackagesOf(String layer) implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass each) {
      String name = each.getPackageName();
      return (name + ".").startsWith(layer + ".")
          ? SliceIdentifier.of(name)
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "packages of " + layer;
    }
  }

  @Test
  void windowAndCommandsKnowNothingOfEachOther() {
    keepsApart("app", List.of("cli"));
    keepsApart("cli", List.of("app"));
  }

  private static void keepsApart(String layer, List<String> from) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + layer + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(from.stream().map(name -> ROOT + name + "..").toArray(String[]::new))
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName(ROOT + "Saddlepoint")
        .allowEmptyShould(true)
        .check(PROGRAM);
  }

  private static final List<String> PAGES =
      List.of("start", "train", "explore", "evaluate", "compare", "data", "lab", "lesson");

  @ParameterizedTest
  @FieldSource("PAGES")
  void aPageKnowsNothingOfOtherPages(String page) {
    List<String> others = new ArrayList<>(PAGES);
    others.remove(page);
    keepsApart("app." + page, others.stream().map("app."::concat).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"chart", "fx", "keys", "undo", "glossary"})
  void whatPagesShareKnowsNothingOfPages(String shared) {
    keepsApart("app." + shared, PAGES.stream().map("app."::concat).toList());
  }

  /** A reader takes such a name for the JDK's. */
  @Test
  void noClassHasTheNameOfOneOfTheJdk() {
    List<String> shadows = new ArrayList<>();
    for (JavaClass each : PROGRAM) {
      for (String jdk : JDK) {
        if (!each.isAnonymousClass() && isInJdk(jdk + "." + each.getSimpleName())) {
          shadows.add(each.getName());
        }
      }
    }
    assertEquals(List.of(), shadows);
  }

  private static boolean isInJdk(String name) {
    try {
      Class.forName(name, false, ClassLoader.getPlatformClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  @Test
  void windowAndCommandsKnowNothingOfTheEngine() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + "app..", ROOT + "cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ai.djl..")
        .allowEmptyShould(true)
        .check(PROGRAM);
  }

  @Test
  void recipesAndCoreKnowNothingOfTheEngine() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + "core..", ROOT + "recipe..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ai.djl..")
        .allowEmptyShould(true)
        .check(PROGRAM);
  }

  @Test
  void onlyTorchKnowsDjlsPyTorch() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "torch..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ai.djl.pytorch..")
        .allowEmptyShould(true)
        .check(PROGRAM);
  }

  @Test
  void onlyTheWindowKnowsJavaFx() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "app..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..", "org.jfree..")
        .allowEmptyShould(true)
        .check(PROGRAM);
  }

  @Test
  void onlyCommandsKnowPicocli() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .allowEmptyShould(true)
        .check(PROGRAM);
  }

  @Test
  void onlyCommandsAndTheEntryPointWriteToTheConsole() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "cli..")
        .and()
        .haveNameNotMatching(ROOT + "(Saddlepoint|app\\.(Launcher|HeldErrors|StudioApp)).*")
        .should(ACCESS_STANDARD_STREAMS)
        .allowEmptyShould(true)
        .check(PROGRAM);
  }

  @Test
  void filesThatStayAreNotMadeForThisPersonOnly() {
    noClasses()
        .should()
        .callMethodWhere(target(name("createTempFile")).and(target(owner(type(Files.class)))))
        .because(
            "such files have mode 0600 whatever the umask: AtomicFile.beside names"
                + " those that others may read")
        .allowEmptyShould(true)
        .check(PROGRAM);
  }

  @Test
  void loggingIsBySlf4j() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + "core.Logs")
        .and()
        .resideOutsideOfPackage(ROOT + "app..") // its log drawer listens to all loggers
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..")
        .allowEmptyShould(true)
        .check(PROGRAM);
  }
}
