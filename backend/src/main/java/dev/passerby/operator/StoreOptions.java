package dev.passerby.operator;

import dev.passerby.chain.DataFolder;
import dev.passerby.safety.ReportDesk;
import dev.passerby.safety.SafetyProperties;
import dev.passerby.store.OpenStore;
import dev.passerby.store.StoreFailure;
import dev.passerby.store.StoreProperties;
import dev.passerby.store.StoreUnavailable;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import picocli.CommandLine.Option;
import reactor.core.publisher.Mono;

/** Which service's database to work in. */
final class StoreOptions {

  private static final String TIMEOUT = "PASSERBY_STORE_TIMEOUT";

  @Option(
      names = "--data-folder",
      paramLabel = "FOLDER",
      description =
          "The service's data folder, where its embedded database is and the key that names"
              + " wallets (default: PASSERBY_DATA_FOLDER, or .passerby as for the service).")
  @Nullable Path dataFolder;

  @Option(
      names = "--store-url",
      paramLabel = "URL",
      description =
          "postgresql://host:port/database, if the service has one. Without it PASSERBY_STORE_URL"
              + " is taken; role, password and the rest come from the environment as for the"
              + " service (PASSERBY_STORE_USERNAME, PASSERBY_STORE_PASSWORD, …).")
  @Nullable String storeUrl;

  /** An open database, and the desk over it. */
  record Opened(OpenStore store, ReportDesk desk) implements AutoCloseable {

    /** What it answers; empty if that is nothing. */
    <T> Optional<T> ask(Mono<T> question) {
      try {
        return question.blockOptional();
      } catch (StoreUnavailable e) {
        throw new CommandFailure(ExitCode.NO_ANSWER, "The database does not answer.", e);
      }
    }

    /** What it always answers. */
    <T> T answer(Mono<T> question) {
      return ask(question).orElseThrow();
    }

    @Override
    public void close() {
      store.close();
    }
  }

  /**
   * Opens it, beside the service or without.
   *
   * @throws CommandFailure if there is none, or if it does not answer
   */
  Opened open(Console console) {
    var settings = new LinkedHashMap<>(console.variables("PASSERBY_"));
    settings.putIfAbsent(TIMEOUT, "10s");
    if (storeUrl != null) {
      settings.put("PASSERBY_STORE_URL", storeUrl);
    }
    try {
      var store =
          OpenStore.forCommand(
              bound(settings, "passerby.store", StoreProperties.class), folder(console));
      var rules = bound(settings, "passerby.safety", SafetyProperties.class);
      return new Opened(store, new ReportDesk(store.store(), rules, Clock.systemUTC()));
    } catch (StoreFailure e) {
      throw new CommandFailure(ExitCode.NO_ANSWER, e.getMessage() + " " + e.action(), e);
    } catch (BindException e) {
      throw new CommandFailure(
          ExitCode.USAGE, "The environment's setting " + e.getName() + " makes no sense.", e);
    }
  }

  private Path folder(Console console) {
    var named = console.variable("PASSERBY_DATA_FOLDER").map(Path::of).orElse(null);
    return DataFolder.orUsual(dataFolder == null ? named : dataFolder);
  }

  /** As the service binds them. */
  private static <T> T bound(Map<String, String> settings, String prefix, Class<T> properties) {
    var source = new SystemEnvironmentPropertySource("systemEnvironment", Map.copyOf(settings));
    return new Binder(ConfigurationPropertySources.from(source)).bindOrCreate(prefix, properties);
  }
}
