package studio.saddlepoint.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.util.function.Supplier;

/**
 * How long arrays live. Work happens inside an {@link NDScope}, which frees every array made in it
 * on the same thread; what must outlive it is made or kept by the methods here.
 */
public final class Arrays {
    private Arrays() {}

    /**
     * Makes an array that no scope of this thread frees; whoever asked closes it, or its manager
     * does.
     *
     * @param make makes the array; arrays made on the way are freed
     */
    public static NDArray outsideScopes(Supplier<NDArray> make) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray made = make.get();
            NDScope.unregister(made);
            return made;
        }
    }

    /**
     * Runs work whose arrays are all freed at its end.
     *
     * @param work what to do; its result must not be, or hold, an array
     */
    public static <T> T scoped(Supplier<T> work) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            return work.get();
        }
    }
}
