package dev.passerby.wallet;

import reactor.core.publisher.Mono;

/** Where sessions are kept beyond the process. */
interface KeptSessions {

  /** Nothing is kept. */
  KeptSessions NOWHERE =
      new KeptSessions() {
        @Override
        public Mono<Void> add(KeptSession session) {
          return Mono.empty();
        }

        @Override
        public Mono<Void> remove(String tokenHash) {
          return Mono.empty();
        }
      };

  /** Keeps it; completes once it will outlive the process, or once it is known that it will not. */
  Mono<Void> add(KeptSession session);

  /** Forgets it; completes once that is done, or will be as soon as that is possible. */
  Mono<Void> remove(String tokenHash);
}
