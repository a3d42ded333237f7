package dev.passerby.streaming;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Media on its way from a socket to a program that may take it more slowly. What is in it is
 * bounded: whoever offers more is told when there is room again.
 */
final class MediaQueue {

  private final int capacity;
  private final Queue<byte[]> waiting = new ArrayDeque<>();
  private int bytes;
  private boolean over;
  private Sinks.@Nullable Empty<Void> room;

  /**
   * @param capacity in bytes; what is offered at once may exceed it
   */
  MediaQueue(int capacity) {
    this.capacity = capacity;
  }

  /** Takes the media; completes once more may be offered. Nothing is taken once it is over. */
  synchronized Mono<Void> offer(byte[] media) {
    if (over || media.length == 0) {
      return Mono.empty();
    }
    waiting.add(media);
    bytes += media.length;
    notifyAll();
    if (bytes < capacity) {
      return Mono.empty();
    }
    if (room == null) {
      room = Sinks.empty();
    }
    return room.asMono();
  }

  /** The next piece, waited for; null when there will be no more. */
  synchronized byte @Nullable [] take() throws InterruptedException {
    while (waiting.isEmpty()) {
      if (over) {
        return null;
      }
      wait();
    }
    byte[] media = waiting.remove();
    bytes -= media.length;
    if (bytes < capacity) {
      makeRoom();
    }
    return media;
  }

  synchronized boolean isFull() {
    return bytes >= capacity;
  }

  /** No more is taken; what is in it can still be had. */
  synchronized void end() {
    over = true;
    makeRoom();
    notifyAll();
  }

  /** No more is taken, and what is in it is forgotten. */
  synchronized void abandon() {
    waiting.clear();
    bytes = 0;
    end();
  }

  private void makeRoom() {
    if (room != null) {
      room.tryEmitEmpty();
      room = null;
    }
  }
}
