package studio.saddlepoint.train.step;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made when it is first asked for. For one thread. */
public final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> make;
  private @Nullable T made;

  public Lazy(Supplier<T> make) {
    this.make = make;
  }

  @Override
  public T get() {
    T now = made;
    if (now == null) {
      now = make.get();
      made = now;
    }
    return now;
  }
}
