package sluice.bench.architecture;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A pool of tasks with a promise and a listener for each, of which [#RUNNING_MAX] run at a time.
///
/// With a limit, [#schedule] waits while that many tasks are in the pool; without one the pool
/// grows to whatever is scheduled.
final class WorkerPool implements AutoCloseable {
  /// Tasks that run at the same time.
  static final int RUNNING_MAX = 30;

  private final int tasksMax;
  private final ExecutorService threads;
  private final Set<Task> pool = new HashSet<>();
  private final Queue<Task> waiting = new ArrayDeque<>();
  private final Map<Task, Consumer<@Nullable Throwable>> listeners = new HashMap<>();
  private int running;

  /// A task, by its identity.
  private static final class Task {
    final Supplier<CompletableFuture<Void>> work;

    Task(Supplier<CompletableFuture<Void>> work) {
      this.work = work;
    }
  }

  /// @param tasksMax tasks in the pool, `Integer.MAX_VALUE` for no limit
  WorkerPool(int tasksMax) {
    this.tasksMax = tasksMax;
    this.threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
  }

  /// Where the steps of tasks run.
  Executor threads() {
    return threads;
  }

  /// Puts a task into the pool.
  ///
  /// @param work begins the task and says when it has ended
  /// @param result called when it has ended, for the value of the promise
  /// @return a promise of that value
  <T> CompletableFuture<T> schedule(Supplier<CompletableFuture<Void>> work, Supplier<T> result)
      throws InterruptedException {
    CompletableFuture<T> promise = new CompletableFuture<>();
    Task task = new Task(work);
    synchronized (this) {
      while (pool.size() >= tasksMax) {
        wait();
      }
      pool.add(task);
      waiting.add(task);
      listeners.put(
          task,
          failure -> {
            if (failure == null) {
              promise.complete(result.get());
            } else {
              promise.completeExceptionally(failure);
            }
          });
      startWaiting();
    }
    return promise;
  }

  private void startWaiting() {
    while (running < RUNNING_MAX && !waiting.isEmpty()) {
      Task task = waiting.remove();
      running++;
      threads.execute(() -> start(task));
    }
  }

  private void start(Task task) {
    CompletableFuture<Void> _ =
        CompletableFuture.<Void>completedFuture(null)
            .thenCompose(_ -> task.work.get())
            .whenComplete((_, failure) -> ended(task, failure));
  }

  private void ended(Task task, @Nullable Throwable failure) {
    Consumer<@Nullable Throwable> listener;
    synchronized (this) {
      running--;
      pool.remove(task);
      listener = listeners.remove(task);
      startWaiting();
      notifyAll();
    }
    if (listener != null) {
      listener.accept(failure);
    }
  }

  @Override
  public void close() {
    threads.close();
  }
}
