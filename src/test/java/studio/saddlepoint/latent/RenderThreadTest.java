package studio.saddlepoint.latent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.saddlepoint.latent.RenderThread.Client;
import studio.saddlepoint.latent.RenderThread.Outcome;

@Timeout(300)
class RenderThreadTest {
  private final CountDownLatch ended = new CountDownLatch(1);
  private final RenderThread thread = new RenderThread("render", ended::countDown);
  private final BlockingQueue<Outcome<String>> arrived = new LinkedBlockingQueue<>();
  private final Client<String> client = thread.client(Runnable::run, arrived::add);

  @AfterEach
  void close() {
    thread.close();
  }

  @Test
  void bringsWhatWasAskedFor() throws InterruptedException {
    client.request(() -> "picture");
    assertEquals(new Outcome.Done<>("picture"), arrived.take());
  }

  @Test
  void newestRequestTakesThePlaceOfTheWaitingOne() throws InterruptedException {
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch begun = block(client, gate, "first");
    begun.await();
    for (int i = 0; i < 100; i++) {
      String name = "request " + i;
      client.request(() -> name);
    }
    gate.countDown();
    assertEquals(new Outcome.Done<>("first"), arrived.take());
    assertEquals(new Outcome.Done<>("request 99"), arrived.take());
    assertNull(arrived.poll(50, TimeUnit.MILLISECONDS));
  }

  @Test
  void clientsTakeTurns() throws InterruptedException {
    CountDownLatch gate = new CountDownLatch(1);
    Client<String> other = thread.client(Runnable::run, arrived::add);
    block(client, gate, "blocked").await();
    other.request(() -> "other");
    client.request(() -> "mine");
    gate.countDown();
    assertEquals(
        List.of("blocked", "other", "mine"),
        List.of(text(arrived.take()), text(arrived.take()), text(arrived.take())));
  }

  @Test
  void failuresTravelAsValuesAndTheThreadLivesOn() throws InterruptedException {
    client.request(
        () -> {
          throw new IllegalStateException("broken weights");
        });
    Outcome.Failed<String> failed = assertInstanceOf(Outcome.Failed.class, arrived.take());
    assertEquals("broken weights", failed.error().getMessage());
    client.request(() -> "alive");
    assertEquals("alive", text(arrived.take()));
  }

  @Test
  void discardedRequestsNeverArrive() throws InterruptedException {
    CountDownLatch gate = new CountDownLatch(1);
    block(client, gate, "of the old run").await();
    client.request(() -> "also of the old run");
    client.discard();
    gate.countDown();
    client.request(() -> "of the new run");
    assertEquals("of the new run", text(arrived.take()));
    assertNull(arrived.poll(50, TimeUnit.MILLISECONDS));
  }

  @Test
  void resultsThatWereNotTakenInTimeAreDroppedForTheNewest() throws InterruptedException {
    BlockingQueue<Runnable> pulses = new LinkedBlockingQueue<>();
    Client<String> slow = thread.client(pulses::add, arrived::add);
    slow.request(() -> "stale");
    Runnable pulse = pulses.take();
    CountDownLatch made = new CountDownLatch(1);
    slow.request(() -> "fresh");
    client.request(
        () -> {
          made.countDown();
          return "after";
        });
    made.await();
    arrived.take();
    pulse.run();
    assertEquals("fresh", text(arrived.take()));
    assertTrue(pulses.isEmpty());
  }

  @Test
  void othersHaveTheirTurnBetweenPiecesAndANewerRequestTakesTheirPlace()
      throws InterruptedException {
    BlockingQueue<Outcome<String>> other = new LinkedBlockingQueue<>();
    Client<String> second = thread.client(Runnable::run, other::add);
    CountDownLatch begun = new CountDownLatch(1);
    client.requestPieces(
        () -> {
          begun.countDown();
          return Optional.empty(); // without end
        });
    begun.await();
    second.request(() -> "between");
    assertEquals("between", text(other.take()));
    int[] left = {3};
    client.requestPieces(
        () -> left[0]-- == 0 ? Optional.of("after three pieces") : Optional.empty());
    assertEquals("after three pieces", text(arrived.take()));
    assertNull(arrived.poll(50, TimeUnit.MILLISECONDS));
  }

  @Test
  void nothingArrivesAfterClosing() throws InterruptedException {
    CountDownLatch gate = new CountDownLatch(1);
    block(client, gate, "late").await();
    thread.close();
    assertEquals(1, ended.getCount());
    gate.countDown();
    ended.await();
    client.request(() -> "never");
    assertNull(arrived.poll(100, TimeUnit.MILLISECONDS));
  }

  private static CountDownLatch block(Client<String> client, CountDownLatch gate, String value) {
    CountDownLatch begun = new CountDownLatch(1);
    client.request(
        () -> {
          begun.countDown();
          gate.await();
          return value;
        });
    return begun;
  }

  private static String text(Outcome<String> outcome) {
    return ((Outcome.Done<String>) outcome).value();
  }
}
