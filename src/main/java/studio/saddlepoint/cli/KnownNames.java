package studio.saddlepoint.cli;

import java.util.Arrays;
import java.util.Iterator;
import studio.saddlepoint.data.known.KnownDataSet;

/** The names of well-known data sets, for a command's help. */
final class KnownNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(KnownDataSet.values()).map(KnownDataSet::id).iterator();
  }
}
