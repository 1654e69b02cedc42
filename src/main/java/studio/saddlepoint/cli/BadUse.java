package studio.saddlepoint.cli;

import studio.saddlepoint.core.StudioException;

/** The command line itself is wrong: exit code 2. */
final class BadUse extends StudioException {
  private static final long serialVersionUID = 1L;

  BadUse(String message) {
    super(message);
  }

  BadUse(StudioException cause) {
    super(String.valueOf(cause.getMessage()), cause);
  }
}
