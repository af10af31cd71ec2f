package sluice.fetch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sluice.problem.SluiceException;

/// Asks for nodes with everything in them, in parts that fit into an answer, and writes them one
/// after the other in document order.
///
/// Several nodes that do not come together are halved; one that does not come alone is asked for
/// with its children only, and then those. The depth of that is bounded by [#LEVELS_MAX].
final class NodeParts {
  /// Nodes inside nodes that are each too large.
  static final int LEVELS_MAX = 32;

  /// Refusals one after the other. Halving [#IDS_MAX] down to one takes eight; more are no sign of
  /// size but of Figma being ill, and every further request would only be one more.
  static final int REFUSALS_MAX = 16;

  /// Nodes asked for at once.
  static final int IDS_MAX = 200;

  /// Their ids as they stand in an address; longer addresses are refused on the way.
  static final int IDS_SIZE_CHARS_MAX = 4_000;

  private final ApiAddress address;
  private final FileKey key;
  private final FileState state;
  private final Download download;
  private final FetchTeller teller;
  private final Spool spool;
  private final FileMaps maps;
  private boolean followsAnother;
  private int refusals;

  NodeParts(
      ApiAddress address,
      FileKey key,
      FileState state,
      Download download,
      FetchTeller teller,
      Spool spool,
      FileMaps maps) {
    this.address = address;
    this.key = key;
    this.state = state;
    this.download = download;
    this.teller = teller;
    this.spool = spool;
    this.maps = maps;
  }

  /// Writes pages as the elements of an array, without its brackets.
  void writePages(List<String> ids, FileChannel out)
      throws InterruptedException, ChangedException, IOException {
    teller.parts(0, ids.size());
    for (int i = 0; i < ids.size(); i++) {
      write(ids.subList(i, i + 1), 1, out);
      teller.parts(i + 1, ids.size());
    }
  }

  private void write(List<String> ids, int level, FileChannel out)
      throws InterruptedException, ChangedException, IOException {
    try (Spool.SpoolFile part = spool.file()) {
      Call call = new Call(address.nodes(key, ids), name(ids), true);
      NodesLayout layout = download.get(call, part.path(), new NodesReader(false));
      refusals = 0;
      try (FileChannel from = Pieces.reading(part.path())) {
        for (NodeLayout node : inOrder(layout, ids)) {
          separate(out);
          Pieces.copy(from, node.span(), out);
        }
        addMaps(call, part, from, layout);
      }
    } catch (TooLargeException e) {
      if (++refusals > REFUSALS_MAX) {
        throw new SluiceException(e.problem(), e);
      }
      if (ids.size() > 1) {
        int half = ids.size() / 2;
        write(ids.subList(0, half), level, out);
        write(ids.subList(half, ids.size()), level, out);
      } else {
        divide(ids.getFirst(), level, e, out);
      }
    }
  }

  /// Writes a node whose children have to be asked for by themselves.
  private void divide(String id, int level, TooLargeException why, FileChannel out)
      throws InterruptedException, ChangedException, IOException {
    if (level == LEVELS_MAX) {
      throw new SluiceException(why.problem(), why);
    }
    try (Spool.SpoolFile part = spool.file()) {
      Call call = new Call(address.shallowNode(key, id), name(List.of(id)), true);
      NodesLayout layout = download.get(call, part.path(), new NodesReader(true));
      refusals = 0;
      NodeLayout node = inOrder(layout, List.of(id)).getFirst();
      Span children = node.children();
      if (children == null || node.childIds().isEmpty()) {
        throw new SluiceException(why.problem(), why);
      }
      try (FileChannel from = Pieces.reading(part.path())) {
        addMaps(call, part, from, layout);
        separate(out);
        Pieces.copy(from, new Span(node.span().start(), children.start()), out);
        Pieces.write("[", out);
        followsAnother = false;
        for (List<String> group : groups(node.childIds())) {
          write(group, level + 1, out);
        }
        Pieces.write("]", out);
        Pieces.copy(from, new Span(children.end(), node.span().end()), out);
        followsAnother = true;
      }
    } catch (TooLargeException e) {
      throw new SluiceException(e.problem(), e);
    }
  }

  /// Parts of a list that is too large as a whole.
  static List<List<String>> groups(List<String> ids) {
    List<List<String>> groups = new ArrayList<>();
    int countMax = Math.min(IDS_MAX, Math.ceilDiv(ids.size(), 2));
    int from = 0;
    int size = 0;
    for (int i = 0; i < ids.size(); i++) {
      int own = ApiAddress.encoded(ids.get(i)).length() + 1;
      if (i - from == countMax || (i > from && size + own > IDS_SIZE_CHARS_MAX)) {
        groups.add(ids.subList(from, i));
        from = i;
        size = 0;
      }
      size += own;
    }
    groups.add(ids.subList(from, ids.size()));
    return groups;
  }

  private List<NodeLayout> inOrder(NodesLayout layout, List<String> ids) throws ChangedException {
    if (!layout.state().equals(state)) {
      throw new ChangedException();
    }
    Map<String, NodeLayout> byId = new HashMap<>();
    layout.nodes().forEach(node -> byId.put(node.id(), node));
    List<NodeLayout> nodes = new ArrayList<>();
    for (String id : ids) {
      NodeLayout node = byId.get(id);
      if (node == null) {
        throw new ChangedException();
      }
      nodes.add(node);
    }
    return nodes;
  }

  private void addMaps(Call call, Spool.SpoolFile part, FileChannel from, NodesLayout layout)
      throws IOException {
    for (Map<FileMap, Span> spans : layout.maps()) {
      maps.add(call, part.path(), from, spans);
    }
  }

  private void separate(FileChannel out) throws IOException {
    if (followsAnother) {
      Pieces.write(",", out);
    }
    followsAnother = true;
  }

  private String name(List<String> ids) {
    return ids.size() == 1
        ? key + ", node " + ids.getFirst()
        : key + ", nodes " + ids.getFirst() + " to " + ids.getLast();
  }
}
