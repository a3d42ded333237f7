package dev.passerby.encounter;

class InProcessSignalRouterTest extends SignalRouterContract {

  @Override
  SignalRouter router() {
    return new InProcessSignalRouter();
  }
}
