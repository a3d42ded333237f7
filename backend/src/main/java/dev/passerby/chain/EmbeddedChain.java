package dev.passerby.chain;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.methods.response.VoidResponse;
import reactor.core.Exceptions;

/**
 * The development chain: anvil as a child process, the contracts on it, all of it kept between
 * runs.
 */
final class EmbeddedChain implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedChain.class);

  /**
   * anvil saves when it is stopped, also by its watchdog; between, so that a power cut does not
   * lose everything.
   */
  private static final int SAVE_SECONDS = 30;

  /**
   * Blocks whose state stays readable; without a bound anvil writes every one of them to the disk.
   */
  private static final int STATES_KEPT = 128;

  private final ChainFolder folder;
  private final Anvil anvil;
  private final ContractAddresses contracts;

  private EmbeddedChain(ChainFolder folder, Anvil anvil, ContractAddresses contracts) {
    this.folder = folder;
    this.anvil = anvil;
    this.contracts = contracts;
  }

  /**
   * Starts the chain with what was kept, or with freshly deployed contracts.
   *
   * @throws ChainStartFailure if it cannot
   */
  static EmbeddedChain start(ChainProperties properties, DataFolder data) {
    var settings = properties.embedded();
    var program = Anvil.locate(settings.anvil(), Path.of(""));
    var folder =
        ChainFolder.open(
            settings.folder() == null ? data.path().resolve("chain") : settings.folder());
    Anvil anvil = null;
    try {
      if (data.fresh()) {
        folder.clear();
      }
      anvil = Anvil.start(program, arguments(settings, folder));
      var contracts = contractsOn(anvil.rpcUrl(), properties, folder);
      log.info("development chain at {}, its state in {}", anvil.rpcUrl(), folder.path());
      return new EmbeddedChain(folder, anvil, contracts);
    } catch (RuntimeException e) {
      if (anvil != null) {
        anvil.close();
      }
      folder.close();
      throw e;
    }
  }

  URI rpcUrl() {
    return anvil.rpcUrl();
  }

  ContractAddresses contracts() {
    return contracts;
  }

  @Override
  public void close() {
    anvil.close();
    folder.close();
  }

  private static List<String> arguments(ChainProperties.Embedded settings, ChainFolder folder) {
    return List.of(
        "--host=127.0.0.1",
        "--port=" + (free(settings.port()) ? settings.port() : 0),
        "--chain-id=" + ChainNode.DEVELOPMENT_CHAIN_ID,
        "--mnemonic=" + DemoWallet.MNEMONIC,
        "--mixed-mining",
        "--block-time=" + settings.blockTime().toSeconds(),
        "--prune-history=" + STATES_KEPT,
        "--state=" + folder.state(),
        "--state-interval=" + SAVE_SECONDS);
  }

  private static boolean free(int port) {
    try (var probe = new ServerSocket()) {
      probe.setReuseAddress(true); // a port in TIME_WAIT is as good as free
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      log.info("port {} is taken, the development chain uses another", port);
      return false;
    }
  }

  private static ContractAddresses contractsOn(
      URI url, ChainProperties properties, ChainFolder folder) {
    try (var rpc = new NodeRpc(List.of(url), properties.timeout(), 1)) {
      // The newest kept block may be days old; the head has to be of now.
      rpc.askAndWait(
          node -> new Request<>("evm_mine", List.of(), node.service(), VoidResponse.class).send());
      var build = ContractDeployment.build();
      var kept = folder.contracts(build).filter(contracts -> areThere(rpc, contracts));
      if (kept.isPresent()) {
        return kept.get();
      }
      var deployed =
          ContractDeployment.deploy(rpc.endpoints().getFirst().web3j(), DemoWallet.account(0));
      folder.keep(deployed, build);
      log.info("deployed the contracts");
      return deployed;
    } catch (ChainStartFailure e) {
      throw e;
    } catch (Exception e) {
      throw new ChainStartFailure(
          "The contracts could not be deployed on the development chain: "
              + Exceptions.unwrap(e).getMessage(),
          "Start over with --fresh.",
          e);
    }
  }

  private static boolean areThere(NodeRpc rpc, ContractAddresses contracts) {
    return ChainStart.hasCode(rpc, contracts.tierPass())
        && ChainStart.hasCode(rpc, contracts.sessionStaking());
  }
}
