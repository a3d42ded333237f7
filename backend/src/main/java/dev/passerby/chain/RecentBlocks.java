package dev.passerby.chain;

import dev.passerby.chain.ChainHead.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.web3j.protocol.core.methods.response.Log;

/**
 * The newest blocks, each the parent of the next, so that a reorganisation can be traced back to
 * where it forked off.
 *
 * @param blocks at least one, oldest first
 */
record RecentBlocks(List<Block> blocks) {

  /**
   * A block with what happened to the two contracts in it.
   *
   * @param parent its parent's hash
   */
  record Block(Head head, String parent, List<Log> logs) {}

  RecentBlocks {
    blocks = List.copyOf(blocks);
  }

  Head newest() {
    return blocks.getLast().head();
  }

  Head oldest() {
    return blocks.getFirst().head();
  }

  /** The block so many below the newest one, or the oldest one known. */
  Head below(int depth) {
    return blocks.get(Math.max(0, blocks.size() - 1 - depth)).head();
  }

  boolean contain(String hash) {
    return blocks.stream().anyMatch(block -> block.head().hash().equals(hash));
  }

  /**
   * The same chain with another end.
   *
   * @param branch oldest first; the first one's parent is one of these blocks
   * @param most how many blocks to remember
   */
  RecentBlocks continuedBy(List<Block> branch, int most) {
    var fork = branch.getFirst().head().number();
    var all = new ArrayList<>(blocks);
    all.removeIf(block -> block.head().number() >= fork);
    all.addAll(branch);
    return new RecentBlocks(all.subList(Math.max(0, all.size() - most), all.size()));
  }

  /**
   * Logs of blocks that came, were abandoned or were confirmed on the way to another end of this
   * chain.
   *
   * @param depth how many blocks below the newest one is the confirmed one
   */
  List<Log> changedLogs(RecentBlocks next, int depth) {
    var abandoned =
        blocks.stream()
            .filter(block -> block.head().number() >= next.oldest().number())
            .filter(block -> !next.contain(block.head().hash()));
    var confirmedBefore = below(depth).number();
    var confirmed = next.below(depth).number();
    var come =
        next.blocks.stream()
            .filter(
                block ->
                    !contain(block.head().hash())
                        || (block.head().number() > confirmedBefore
                            && block.head().number() <= confirmed));
    return Stream.concat(abandoned, come).flatMap(block -> block.logs().stream()).toList();
  }
}
