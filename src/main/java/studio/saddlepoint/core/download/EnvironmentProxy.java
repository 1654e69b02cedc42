package studio.saddlepoint.core.download;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The proxy that environment variables name, as command line tools take it: {@code https_proxy} or
 * {@code http_proxy} by the address, then {@code all_proxy}, in small or capital letters, except
 * for hosts in {@code no_proxy}. What Java was told by its own properties goes before.
 */
final class EnvironmentProxy extends ProxySelector {
  private static final int USUAL_PORT = 80;

  private final ProxySelector java;
  private final Map<String, String> environment;

  private EnvironmentProxy(ProxySelector java, Map<String, String> environment) {
    this.java = java;
    this.environment = environment;
  }

  /**
   * A selector.
   *
   * @param environment variables by name
   */
  static ProxySelector selector(Map<String, String> environment) {
    return new EnvironmentProxy(
        Optional.ofNullable(ProxySelector.getDefault()).orElse(HttpClient.Builder.NO_PROXY),
        environment);
  }

  @Override
  public List<Proxy> select(URI uri) {
    List<Proxy> told = java.select(uri);
    boolean direct = told.stream().allMatch(proxy -> proxy.type() == Proxy.Type.DIRECT);
    if (!direct || spared(String.valueOf(uri.getHost()))) {
      return told;
    }
    return variable(uri.getScheme() + "_proxy")
        .or(() -> variable("all_proxy"))
        .flatMap(EnvironmentProxy::address)
        .map(address -> List.of(new Proxy(Proxy.Type.HTTP, address)))
        .orElse(told);
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name))
        .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT))))
        .filter(value -> !value.isBlank());
  }

  /** Of {@code http://host:port} or {@code host:port}; empty where it is not understood. */
  private static Optional<InetSocketAddress> address(String value) {
    try {
      URI uri = URI.create(value.contains("://") ? value.strip() : "http://" + value.strip());
      boolean http = "http".equals(uri.getScheme());
      return uri.getHost() == null || !http
          ? Optional.empty()
          : Optional.of(
              new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? USUAL_PORT : uri.getPort()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean spared(String host) {
    return variable("no_proxy").stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .map(each -> each.startsWith(".") ? each.substring(1) : each)
        .anyMatch(
            each ->
                each.equals("*")
                    || host.equalsIgnoreCase(each)
                    || host.toLowerCase(Locale.ROOT).endsWith("." + each.toLowerCase(Locale.ROOT)));
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException e) {
    java.connectFailed(uri, address, e);
  }
}
