package studio.saddlepoint.latent.code;

import studio.saddlepoint.latent.CodeSizes;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.ToW;

/** The first half of a generator for the class of each code. */
interface HalfOf {
  /** How long its codes are. */
  CodeSizes sizes();

  /** For the class of a code. */
  ToW of(NamedCode code);

  /** Of a snapshot. */
  static HalfOf snapshot(Snapshot snapshot) {
    return new HalfOf() {
      @Override
      public CodeSizes sizes() {
        return snapshot.codeSizes();
      }

      @Override
      public ToW of(NamedCode code) {
        return snapshot.half(code.label(snapshot.latent().classNames()));
      }
    };
  }
}
