/** What turns images into features: fixed networks, random ones, pixels and classifiers. */
@NullMarked
package studio.saddlepoint.metrics.extractor;

import org.jspecify.annotations.NullMarked;
