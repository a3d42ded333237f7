package dev.passerby;

import dev.passerby.operator.OperatorCommands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The service: page, API and socket in one process; or one of the operator's commands. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PasserbyApplication {

  public static void main(String[] args) {
    if (OperatorCommands.areAskedFor(args)) {
      System.exit(OperatorCommands.run(args));
    }
    SpringApplication.run(PasserbyApplication.class, args);
  }
}
