package dev.passerby.encounter;

class InProcessLobbyTest extends LobbyContract {

  @Override
  Lobby emptyLobby() {
    return new InProcessLobby();
  }
}
