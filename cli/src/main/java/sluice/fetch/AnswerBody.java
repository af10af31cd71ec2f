package sluice.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The bytes of an answer as they come. Reading fails when none come for too long, which the
/// client's own stream would wait for without end.
///
/// Holds at most two deliveries of the client, each a few buffers of 16 KiB: more is only asked for
/// when one has been taken. Read by one thread; an interrupt ends the reading.
final class AnswerBody extends InputStream implements BodySubscriber<AnswerBody> {
  private final Duration stallTime;
  private final BlockingQueue<Delivery> delivered = new LinkedBlockingQueue<>();
  private final Queue<ByteBuffer> buffers = new ArrayDeque<>();
  private volatile Flow.@Nullable Subscription subscription;
  private volatile boolean closed;
  private boolean ended;

  private sealed interface Delivery {
    record Piece(List<ByteBuffer> buffers) implements Delivery {}

    record End() implements Delivery {}

    record Failure(Throwable cause) implements Delivery {}
  }

  AnswerBody(Duration stallTime) {
    this.stallTime = stallTime;
  }

  @Override
  public CompletionStage<AnswerBody> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription begun) {
    subscription = begun;
    if (closed) {
      begun.cancel();
    } else {
      begun.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> piece) {
    delivered.add(new Delivery.Piece(piece));
  }

  @Override
  public void onError(Throwable cause) {
    delivered.add(new Delivery.Failure(cause));
  }

  @Override
  public void onComplete() {
    delivered.add(new Delivery.End());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int from, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    while (!ended) {
      ByteBuffer first = buffers.peek();
      if (first == null) {
        take();
      } else if (first.hasRemaining()) {
        int size = Math.min(count, first.remaining());
        first.get(target, from, size);
        return size;
      } else {
        buffers.remove();
      }
    }
    return -1;
  }

  private void take() throws IOException {
    if (closed) {
      throw new IOException("the answer is closed");
    }
    Delivery next;
    try {
      next = delivered.poll(stallTime.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (InterruptedIOException) new InterruptedIOException().initCause(e);
    }
    switch (next) {
      case null -> throw new IOException("no byte came for %,d s".formatted(stallTime.toSeconds()));
      case Delivery.Piece(List<ByteBuffer> piece) -> {
        buffers.addAll(piece);
        Flow.Subscription begun = subscription;
        if (begun != null) {
          begun.request(1);
        }
      }
      case Delivery.End() -> ended = true;
      case Delivery.Failure(Throwable cause) ->
          throw new IOException("the connection broke: " + cause.getMessage(), cause);
    }
  }

  @Override
  public void close() {
    closed = true;
    Flow.Subscription begun = subscription;
    if (begun != null) {
      begun.cancel();
    }
  }
}
