package dev.passerby.store;

import io.r2dbc.spi.R2dbcBadGrammarException;
import io.r2dbc.spi.R2dbcException;

/** The database did not do what it was asked in time: it is gone, busy or broken. */
public final class StoreUnavailable extends RuntimeException {

  private StoreUnavailable(String what) {
    super(what, null, false, false);
  }

  /** Without the driver's own words, in which the rows' values may be. */
  static StoreUnavailable because(Throwable cause) {
    for (var at = cause; at != null; at = at.getCause()) {
      if (at instanceof R2dbcBadGrammarException wrong) {
        // A fault of the program; statements hold no values.
        return new StoreUnavailable(String.valueOf(wrong.getMessage()));
      }
      if (at instanceof R2dbcException failed) {
        return new StoreUnavailable(
            failed.getClass().getSimpleName() + ", SQL state " + failed.getSqlState());
      }
    }
    return new StoreUnavailable(cause.getClass().getSimpleName());
  }
}
