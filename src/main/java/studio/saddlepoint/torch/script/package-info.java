/** Networks written as TorchScript files, by hand: their text, their tensors, and the zip. */
@NullMarked
package studio.saddlepoint.torch.script;

import org.jspecify.annotations.NullMarked;
