package dev.passerby;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The service: page, API and socket in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PasserbyApplication {

  public static void main(String[] args) {
    SpringApplication.run(PasserbyApplication.class, args);
  }
}
