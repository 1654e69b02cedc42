package studio.saddlepoint.core.download;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Optional;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;

/**
 * The right of this process to use the network: all that goes there asks first. The switch is a
 * system property, {@code saddlepoint.offline}, so that {@code -D} sets it too.
 */
public final class Network {
  private static final String OFFLINE = "saddlepoint.offline";

  private Network() {}

  /** Forbids the network from now on, or allows it again. */
  public static void forbid(boolean forbidden) {
    System.setProperty(OFFLINE, Boolean.toString(forbidden));
  }

  /** Whether the network must not be used. */
  public static boolean isForbidden() {
    return Boolean.getBoolean(OFFLINE);
  }

  /**
   * To be called before anything goes to the network.
   *
   * @param wanted what would be got, for a person
   * @throws StudioException if it must not
   */
  static void check(String wanted) {
    if (isForbidden()) {
      throw new StudioException(
          English.of(
              "%s is not downloaded, for the network is switched off in the preferences. Allow it there, or get the file elsewhere and give it as a local file.",
              wanted));
    }
  }

  /**
   * The proxy that downloads go through, as {@code host:port}; empty where they go straight.
   *
   * @param place whose address decides
   */
  public static Optional<String> proxy(URI place) {
    return EnvironmentProxy.selector(System.getenv()).select(place).stream()
        .map(Proxy::address)
        .filter(InetSocketAddress.class::isInstance)
        .map(InetSocketAddress.class::cast)
        .map(address -> address.getHostString() + ":" + address.getPort())
        .findFirst();
  }
}
