package dev.passerby.encounter;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

class InProcessDeadlinesTest extends DeadlinesContract {

  private @Nullable InProcessDeadlines deadlines;

  @Override
  Deadlines noDeadlines() {
    stop();
    deadlines = new InProcessDeadlines(Clock.systemUTC());
    return deadlines;
  }

  @AfterEach
  void stop() {
    if (deadlines != null) {
      deadlines.close();
    }
  }
}
