package dev.passerby;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.passerby.entitlement.Feature;
import dev.passerby.protocol.ReportCategory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An arrow between the service's packages may only point down the list. */
class ArchitectureTest {

  /** From the edge down to what depends on nothing. */
  private static final List<String> DOWNWARDS =
      List.of(
          "operator",
          "startup",
          "streaming",
          "signaling",
          "presence",
          "encounter",
          "grant",
          "ice",
          "contacts",
          "entitlement",
          "safety",
          "wallet",
          "store",
          "chain",
          "protocol");

  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.passerby");

  static List<String> packages() {
    return DOWNWARDS;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packages")
  void noArrowPointsUp(String name) {
    var above =
        DOWNWARDS.subList(0, DOWNWARDS.indexOf(name)).stream()
            .map(upper -> "dev.passerby." + upper + "..")
            .toArray(String[]::new);
    if (above.length > 0) {
      noClasses()
          .that()
          .resideInAPackage("dev.passerby." + name + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(above)
          .allowEmptyShould(true)
          .check(SERVICE);
    }
  }

  @Test
  void noPackageIsPartOfACycle() {
    slices().matching("dev.passerby.(*)..").should().beFreeOfCycles().check(SERVICE);
  }

  @Test
  void everyPackageHasItsPlaceInTheList() throws Exception {
    var sources = Path.of("src", "main", "java", "dev", "passerby");
    try (var folders = Files.list(sources)) {
      var found = new TreeSet<String>();
      folders
          .filter(Files::isDirectory)
          .forEach(folder -> found.add(folder.getFileName().toString()));
      assertThat(DOWNWARDS).containsAll(found);
    }
  }

  @Test
  void theOperatorsCommandsKnowOnlyTheChainTheReportsAndSomeNames() {
    noClasses()
        .that()
        .resideInAPackage("dev.passerby.operator..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.passerby..")
                .and(
                    not(
                        resideInAnyPackage(
                            "dev.passerby.operator..",
                            "dev.passerby.chain..",
                            "dev.passerby.store..",
                            "dev.passerby.safety..",
                            "dev.passerby.contracts..")))
                .and(not(equivalentTo(Feature.class)))
                .and(not(equivalentTo(ReportCategory.class))))
        .check(SERVICE);
  }

  @Test
  void theProtocolKnowsNoFramework() {
    noClasses()
        .that()
        .resideInAPackage("dev.passerby.protocol..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "reactor..")
        .allowEmptyShould(true)
        .check(SERVICE);
  }
}
