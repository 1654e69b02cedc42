package studio.saddlepoint.core.download;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;

/** One download into an open file, behind what the file has already. */
final class Download {
  /** How long a server may send nothing. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration GLANCE = Duration.ofMillis(100);
  private static final long SLACK_BYTES = 1_000_000;
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int BEYOND_THE_END = 416;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  private static final Pattern TOTAL = Pattern.compile("/(\\d{1,18})$");

  private final RemoteFile known;
  private final URI source;
  private final FileChannel file;
  private final Progress progress;
  private final Duration patience;
  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(PATIENCE)
          .proxy(EnvironmentProxy.selector(System.getenv()))
          .build();

  /**
   * A download.
   *
   * @param known what to get
   * @param source where from
   * @param file open for writing; what is in it is gone on with
   * @param progress told how far it is
   * @param patience how long the server may send nothing
   */
  Download(RemoteFile known, URI source, FileChannel file, Progress progress, Duration patience) {
    this.known = known;
    this.source = source;
    this.file = file;
    this.progress = progress;
    this.patience = patience;
  }

  /**
   * Gets the rest of the file.
   *
   * @throws StudioException if the network or the server fails
   * @throws IOException if the disk fails
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  void run() throws IOException {
    long have = file.size();
    HttpResponse<Flow.Publisher<List<ByteBuffer>>> response = request(have);
    if (response.statusCode() == BEYOND_THE_END) {
      // Nothing is missing, or what is there is of another file; the digest will tell.
      discard(response);
      return;
    }
    boolean goesOn =
        response.statusCode() == PARTIAL
            && response
                .headers()
                .firstValue("Content-Range")
                .orElse("")
                .startsWith("bytes " + have + "-");
    if (response.statusCode() != OK && !goesOn) {
      discard(response);
      throw refused(response, have);
    }
    if (!goesOn) {
      file.truncate(0);
    }
    file.position(file.size());
    long rest = response.headers().firstValueAsLong("Content-Length").orElse(-1);
    long size = goesOn ? total(response) : rest;
    receive(response.body(), size < 0 && rest >= 0 ? rest + file.position() : size);
    boolean endIsClear =
        response.version() != HttpClient.Version.HTTP_1_1
            || response.headers().firstValue("Transfer-Encoding").isPresent();
    long expected = size < 0 && rest < 0 && !endIsClear ? known.bytes() * 9 / 10 : size;
    if (file.size() < expected) {
      throw interrupted(
          new IOException(
              String.format(
                  Locale.ENGLISH,
                  "only %,d bytes of %s came",
                  file.size(),
                  size < 0
                      ? "about " + known.size()
                      : String.format(Locale.ENGLISH, "%,d", size))));
    }
  }

  private StudioException refused(HttpResponse<?> response, long have) {
    int status = response.statusCode();
    boolean busy = status == UNAVAILABLE || status == TOO_MANY_REQUESTS;
    String when =
        response
            .headers()
            .firstValue("Retry-After")
            .flatMap(value -> RetryAfter.text(value, Instant.now()))
            .map(wait -> "Try again in " + wait)
            .orElse(busy ? "Try again in some minutes" : "Try again later");
    return new StudioException(
        English.of(
            "%s does not give %s%s: it answers with HTTP status %d. %s%s, or get the file elsewhere and give it as a local file.",
            source.getHost(),
            known.fileName(),
            busy ? " now, it is busy" : "",
            status,
            when,
            have > 0 ? " (it goes on where it stopped)" : ""));
  }

  /** Size of the whole file by {@code Content-Range: bytes 5-9/10}; -1 where it is not told. */
  private static long total(HttpResponse<?> response) {
    String range = response.headers().firstValue("Content-Range").orElse("");
    Matcher matcher = TOTAL.matcher(range);
    return matcher.find() ? Long.parseLong(matcher.group(1)) : -1;
  }

  private HttpResponse<Flow.Publisher<List<ByteBuffer>>> request(long have) {
    HttpRequest.Builder request = HttpRequest.newBuilder(source);
    if (have > 0) {
      request.header("Range", "bytes=" + have + "-");
    }
    progress.report(English.of("Asking %s for %s", source.getHost(), known.name()), 0);
    CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> answer =
        client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofPublisher());
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        progress.checkCancelled();
        return answer.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (System.nanoTime() > deadline) {
          answer.cancel(true);
          throw silent(e);
        }
      } catch (ExecutionException e) {
        throw unreachable(e.getCause() == null ? e : e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        answer.cancel(true);
        throw new java.util.concurrent.CancellationException("Cancelled.");
      } catch (java.util.concurrent.CancellationException e) {
        answer.cancel(true);
        throw e;
      }
    }
  }

  /**
   * Writes what comes.
   *
   * @param size of the whole file, or -1 where the server does not tell
   */
  private void receive(Flow.Publisher<List<ByteBuffer>> body, long size) throws IOException {
    String stage =
        English.of(
            "Downloading %s (%s)", known.name(), English.size(size < 0 ? known.bytes() : size));
    try (BodyQueue queue = new BodyQueue()) {
      body.subscribe(queue);
      checkNotEndless(size);
      long heard = System.nanoTime();
      while (true) {
        progress.checkCancelled();
        progress.report(
            stage, Math.min(1, file.position() / (double) (size < 0 ? known.bytes() : size)));
        BodyQueue.Arrival arrival = queue.next(GLANCE);
        if (arrival instanceof BodyQueue.Bytes bytes) {
          heard = System.nanoTime();
          for (ByteBuffer each : bytes.buffers()) {
            while (each.hasRemaining()) {
              file.write(each);
            }
          }
          checkNotEndless(file.position());
        } else if (arrival instanceof BodyQueue.Broken broken) {
          throw interrupted(broken.cause());
        } else if (arrival instanceof BodyQueue.End) {
          return;
        } else if (System.nanoTime() - heard > patience.toNanos()) {
          throw silent(new TimeoutException("no bytes"));
        }
      }
    }
  }

  /** Another file may have any size, and the disk has not. */
  private void checkNotEndless(long size) throws IOException {
    if (size > 2 * known.bytes() + SLACK_BYTES) {
      file.truncate(0);
      throw new StudioException(
          English.of(
              "%s sends another file as %s: more than twice %s. Try again later, or get the file elsewhere and give it as a local file.",
              source.getHost(), known.fileName(), known.size()));
    }
  }

  private static void discard(HttpResponse<Flow.Publisher<List<ByteBuffer>>> response) {
    try (BodyQueue queue = new BodyQueue()) {
      response.body().subscribe(queue);
    }
  }

  private StudioException unreachable(Throwable cause) {
    String why =
        cause instanceof UnknownHostException
                || cause instanceof UnresolvedAddressException
                || cause.getCause() instanceof UnresolvedAddressException
            ? "its name is not known here"
            : cause instanceof HttpConnectTimeoutException
                ? "it does not answer"
                : cause instanceof ConnectException
                    ? "no connection"
                    : String.valueOf(cause.getMessage());
    return new StudioException(
        English.of(
            "%s cannot be reached (%s), so %s is not downloaded. Check the network and try again, or give the file %s as a local file.",
            source.getHost(), why, known.name(), known.fileName()),
        cause);
  }

  private StudioException silent(Throwable cause) {
    return new StudioException(
        English.of(
            "%s has sent nothing for %s seconds. Try again: the download goes on where it stopped.",
            source.getHost(),
            BigDecimal.valueOf(patience.toMillis(), 3).stripTrailingZeros().toPlainString()),
        cause);
  }

  private StudioException interrupted(Throwable cause) {
    return new StudioException(
        English.of(
            "The download of %s broke off (%s). Try again: it goes on where it stopped.",
            known.name(), cause.getMessage()),
        cause);
  }
}
