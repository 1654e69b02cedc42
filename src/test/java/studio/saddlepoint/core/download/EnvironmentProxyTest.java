package studio.saddlepoint.core.download;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentProxyTest {
  private static final URI SECURE = URI.create("https://files.example.org/a.pt");
  private static final URI PLAIN = URI.create("http://files.example.org/a.pt");

  private static String proxy(URI uri, Map<String, String> environment) {
    List<Proxy> found = EnvironmentProxy.selector(environment).select(uri);
    assertEquals(1, found.size());
    return found.get(0).address() instanceof InetSocketAddress address
        ? address.getHostString() + ":" + address.getPort()
        : "direct";
  }

  @Test
  void takesTheVariableOfTheAddress() {
    Map<String, String> both = Map.of("https_proxy", "http://one:3128/", "HTTP_PROXY", "two:8080");
    assertEquals("one:3128", proxy(SECURE, both));
    assertEquals("two:8080", proxy(PLAIN, both));
    assertEquals("three:80", proxy(SECURE, Map.of("ALL_PROXY", "http://three")));
    assertEquals("direct", proxy(SECURE, Map.of()));
    assertEquals("direct", proxy(SECURE, Map.of("https_proxy", " ")));
  }

  @Test
  void goesStraightToHostsThatAreSpared() {
    for (String spared : List.of("example.org", ".example.org", "a, files.example.org", "*")) {
      assertEquals("direct", proxy(SECURE, Map.of("https_proxy", "one:1", "no_proxy", spared)));
    }
    assertEquals("one:1", proxy(SECURE, Map.of("https_proxy", "one:1", "no_proxy", "ample.org")));
  }

  @Test
  void goesStraightWhereItDoesNotUnderstand() {
    for (String odd : List.of("socks5://one:1080", "http://", "::::", "http://a b")) {
      assertEquals("direct", proxy(SECURE, Map.of("https_proxy", odd)));
    }
  }
}
