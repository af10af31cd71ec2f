package sluice.server.run;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Patches on their way to the plugin: those it has and has not answered, at most
/// [#UNANSWERED_MAX], and those that wait for an answer to make room. Who would add more than
/// [#PENDING_MAX] waits. Safe for use by several threads.
final class Outbox {
  /// Patches the plugin has and has not answered.
  static final int UNANSWERED_MAX = 2;

  /// Patches that exist. More may be left from before a restart, at most those of one chunk of
  /// nodes.
  static final int PENDING_MAX = 4;

  private final Deque<Patch> pending = new ArrayDeque<>();
  private @Nullable Consumer<Patch> plugin;
  private int sentCount;

  /// An outbox with what is left from before.
  Outbox(Collection<Patch> left) {
    pending.addAll(left);
  }

  /// Adds a patch when there is room, and sends it if the plugin can take it.
  synchronized void put(Patch patch) throws InterruptedException {
    while (pending.size() >= PENDING_MAX) {
      wait();
    }
    pending.add(patch);
    send();
  }

  /// Sends to this plugin from now on, and what was not answered again.
  synchronized void attach(Consumer<Patch> to) {
    plugin = to;
    sentCount = 0;
    send();
  }

  /// There is no plugin any more.
  synchronized void detach() {
    plugin = null;
  }

  private void send() {
    if (plugin == null) {
      return;
    }
    Iterator<Patch> patches = pending.iterator();
    for (int i = 0; i < UNANSWERED_MAX && patches.hasNext(); i++) {
      Patch patch = patches.next();
      if (i >= sentCount) {
        sentCount++;
        plugin.accept(patch);
      }
    }
  }

  /// Takes an answer, and sends what there is room for then.
  ///
  /// @param note writes the answer down before it counts
  /// @return whether that patch was sent and not answered before; a repeated answer is not
  synchronized boolean answered(long number, Runnable note) {
    Iterator<Patch> patches = pending.iterator();
    for (int i = 0; i < sentCount && patches.hasNext(); i++) {
      if (patches.next().number() == number) {
        note.run();
        patches.remove();
        sentCount--;
        send();
        notifyAll();
        return true;
      }
    }
    return false;
  }

  /// Waits until every patch is answered.
  synchronized void awaitEmpty() throws InterruptedException {
    while (!pending.isEmpty()) {
      wait();
    }
  }
}
