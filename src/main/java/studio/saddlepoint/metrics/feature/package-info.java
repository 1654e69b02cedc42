/** Features of images as rows and as mean and covariance, in memory and in files. */
@NullMarked
package studio.saddlepoint.metrics.feature;

import org.jspecify.annotations.NullMarked;
