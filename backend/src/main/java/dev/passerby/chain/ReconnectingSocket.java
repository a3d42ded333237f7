package dev.passerby.chain;

import io.reactivex.Flowable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.web3j.protocol.Web3jService;
import org.web3j.protocol.core.BatchRequest;
import org.web3j.protocol.core.BatchResponse;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.response.EthSubscribe;
import org.web3j.protocol.websocket.WebSocketClient;
import org.web3j.protocol.websocket.WebSocketService;
import org.web3j.protocol.websocket.events.NewHeadsNotification;
import org.web3j.protocol.websocket.events.Notification;

/**
 * JSON-RPC over a WebSocket that is opened when first needed and again after it was lost; tells of
 * the blocks that the node announces ({@code newHeads}) while it is open.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // as web3j declares them
final class ReconnectingSocket implements Web3jService {

  private static final Logger log = LoggerFactory.getLogger(ReconnectingSocket.class);

  private final URI url;
  private final Duration timeout;
  private final Runnable onNewHead;
  private final Lock connecting = new ReentrantLock();
  private volatile @Nullable Connection connection;

  ReconnectingSocket(URI url, Duration timeout, Runnable onNewHead) {
    this.url = url;
    this.timeout = timeout;
    this.onNewHead = onNewHead;
  }

  /** web3j waits for ever for a node that takes the connection and does not upgrade it. */
  private static final class Client extends WebSocketClient {

    private final long timeoutMillis;

    Client(URI url, Duration timeout) {
      super(url);
      this.timeoutMillis = timeout.toMillis();
    }

    @Override
    public boolean connectBlocking() throws InterruptedException {
      return connectBlocking(timeoutMillis, TimeUnit.MILLISECONDS);
    }
  }

  private record Connection(Client client, WebSocketService service) {

    void close() {
      client.closeConnection(1006, "given up"); // no goodbye: the other end may not be there
      service.close();
    }
  }

  @Override
  public <T extends Response> T send(Request request, Class<T> responseType) throws IOException {
    return connected().send(request, responseType);
  }

  @Override
  public <T extends Response> CompletableFuture<T> sendAsync(
      Request request, Class<T> responseType) {
    return connectedOrThrow().sendAsync(request, responseType);
  }

  @Override
  public BatchResponse sendBatch(BatchRequest batch) throws IOException {
    return connected().sendBatch(batch);
  }

  @Override
  public CompletableFuture<BatchResponse> sendBatchAsync(BatchRequest batch) {
    return connectedOrThrow().sendBatchAsync(batch);
  }

  @Override
  public <T extends Notification<?>> Flowable<T> subscribe(
      Request request, String unsubscribeMethod, Class<T> responseType) {
    return connectedOrThrow().subscribe(request, unsubscribeMethod, responseType);
  }

  /** Gives the connection up without waiting for anything; the next request opens another. */
  void drop() {
    var given = connection;
    connection = null;
    if (given != null) {
      given.close();
    }
  }

  @Override
  public void close() {
    drop();
  }

  private WebSocketService connectedOrThrow() {
    try {
      return connected();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private WebSocketService connected() throws IOException {
    try {
      if (!connecting.tryLock(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("the node takes too long to open a socket");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
    try {
      var known = connection;
      if (known != null && known.client().isOpen()) {
        return known.service();
      }
      drop(); // web3j keeps a thread for every one that is not closed
      return open();
    } finally {
      connecting.unlock();
    }
  }

  private WebSocketService open() throws IOException {
    var client = new Client(url, timeout);
    var fresh = new Connection(client, new WebSocketService(client, false));
    try {
      fresh.service().connect();
    } catch (IOException | RuntimeException e) {
      fresh.close();
      throw e;
    }
    connection = fresh;
    listen(fresh.service());
    return fresh.service();
  }

  private void listen(WebSocketService opened) {
    var request = new Request<>("eth_subscribe", List.of("newHeads"), opened, EthSubscribe.class);
    var _ =
        opened
            .subscribe(request, "eth_unsubscribe", NewHeadsNotification.class)
            .subscribe(
                head -> onNewHead.run(), // over when the connection is; the next one listens anew
                error ->
                    log.debug("no blocks are announced: {}", error.getClass().getSimpleName()));
  }
}
