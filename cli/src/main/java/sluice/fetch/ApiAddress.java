package sluice.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// Where Figma's REST interface is, and the addresses of what is asked there.
public final class ApiAddress {
  /// The variable that names another place than [#FIGMA].
  public static final String VARIABLE = "SLUICE_FIGMA_URL";

  /// Where Figma answers everybody.
  public static final String FIGMA = "https://api.figma.com";

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /// Plugin data is where applied tokens and the library are; geometry is not needed, and would
  /// about double the size.
  private static final String QUERY = "plugin_data=shared";

  private final String base;

  private ApiAddress(String base) {
    this.base = base;
  }

  /// The address an environment names, [#FIGMA] unless it does.
  ///
  /// @throws SluiceException `option-invalid` when it is not encrypted and leads off this machine,
  ///   or has more than a host, a port and a path
  public static ApiAddress of(Map<String, String> environment) {
    String given = environment.getOrDefault(VARIABLE, "");
    return given.isBlank() ? new ApiAddress(FIGMA) : parse(given.strip());
  }

  private static ApiAddress parse(String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw invalid("it is no address", e);
    }
    String host = uri.getHost();
    if (host == null || uri.getUserInfo() != null || uri.getQuery() != null) {
      throw invalid("an address is a scheme, a host, perhaps a port and a path", null);
    }
    if (uri.getFragment() != null) {
      throw invalid("an address has no fragment", null);
    }
    boolean encrypted = "https".equals(uri.getScheme());
    boolean local = "http".equals(uri.getScheme()) && LOOPBACK.contains(host);
    if (!encrypted && !local) {
      throw invalid("the token only goes over https, or to this machine itself", null);
    }
    return new ApiAddress(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
  }

  private static SluiceException invalid(String why, @Nullable Throwable cause) {
    return new SluiceException(
        Problem.of(ProblemCode.OPTION_INVALID, VARIABLE + " cannot be used")
            .because(why)
            .advising("unset it to use " + FIGMA),
        cause);
  }

  /// A whole file.
  URI file(FileKey key) {
    return URI.create(base + "/v1/files/" + key.text() + "?" + QUERY);
  }

  /// A file with its pages, but nothing on them.
  URI pages(FileKey key) {
    return URI.create(base + "/v1/files/" + key.text() + "?depth=1&" + QUERY);
  }

  /// Nodes with everything in them.
  URI nodes(FileKey key, List<String> ids) {
    return nodes(key, ids, "");
  }

  /// A node with its children, but nothing in those.
  URI shallowNode(FileKey key, String id) {
    return nodes(key, List.of(id), "depth=1&");
  }

  private URI nodes(FileKey key, List<String> ids, String depth) {
    return URI.create(
        base
            + "/v1/files/"
            + key.text()
            + "/nodes?ids="
            + ids.stream().map(ApiAddress::encoded).collect(Collectors.joining(","))
            + "&"
            + depth
            + QUERY);
  }

  /// What is known of a file without reading it.
  URI meta(FileKey key) {
    return URI.create(base + "/v1/files/" + key.text() + "/meta");
  }

  /// A node's id as it stands in an address.
  static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  /// For messages: where it is, without what is asked there.
  @Override
  public String toString() {
    return base;
  }
}
