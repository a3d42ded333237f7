package dev.passerby.encounter;

import java.util.List;

/** Two who were waiting and no longer are: each goes into one pairing at most. */
public record Pairing(Waiter first, Waiter second) {

  List<String> sharedInterests() {
    return first.interests().stream().filter(second.interests()::contains).toList();
  }

  List<String> sharedLanguages() {
    return first.languages().stream().filter(second.languages()::contains).toList();
  }
}
