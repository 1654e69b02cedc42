/**
 * Generators that came as TorchScript files: what they say of themselves, and runs made of them.
 */
@NullMarked
package studio.saddlepoint.run.imported;

import org.jspecify.annotations.NullMarked;
