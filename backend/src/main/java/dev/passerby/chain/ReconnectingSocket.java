package dev.passerby.chain;

import io.reactivex.Flowable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.web3j.protocol.Web3jService;
import org.web3j.protocol.core.BatchRequest;
import org.web3j.protocol.core.BatchResponse;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.websocket.WebSocketClient;
import org.web3j.protocol.websocket.WebSocketService;
import org.web3j.protocol.websocket.events.Notification;

/** JSON-RPC over a WebSocket that is opened when first needed and again after it was lost. */
@SuppressWarnings({"rawtypes", "unchecked"}) // as web3j declares them
final class ReconnectingSocket implements Web3jService {

  private final URI url;
  private @Nullable WebSocketClient client; // guarded by this
  private @Nullable WebSocketService service; // guarded by this

  ReconnectingSocket(URI url) {
    this.url = url;
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

  @Override
  public synchronized void close() {
    if (service != null) {
      service.close();
    }
  }

  private WebSocketService connectedOrThrow() {
    try {
      return connected();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized WebSocketService connected() throws IOException {
    if (client != null && client.isOpen() && service != null) {
      return service;
    }
    var fresh = new WebSocketClient(url);
    var opened = new WebSocketService(fresh, false);
    opened.connect();
    client = fresh;
    service = opened;
    return opened;
  }
}
