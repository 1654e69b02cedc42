package studio.saddlepoint.metrics;

/** What can be measured. */
public enum Metric {
    /** Fréchet distance of features; value {@code fid}. */
    FID,
    /** Improved precision and recall; values {@code precision}, {@code recall}, {@code f1}. */
    PRECISION_RECALL
}
