package studio.saddlepoint.data;

/** Where a data set's images come from. */
public enum DataKind {
    /** Drawn by the program. */
    GENERATED("generated"),
    /** Files of the MNIST family. */
    IDX("IDX"),
    /** Binary batches of CIFAR-10. */
    CIFAR10("CIFAR-10 binary"),
    /** A folder of images. */
    FOLDER("folder");

    private final String title;

    DataKind(String title) {
        this.title = title;
    }

    /** The kind's name for a person. */
    public String title() {
        return title;
    }
}
