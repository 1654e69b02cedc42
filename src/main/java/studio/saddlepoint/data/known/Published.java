package studio.saddlepoint.data.known;

import java.util.List;
import java.util.stream.Stream;
import studio.saddlepoint.core.download.RemoteFile;

/**
 * The files as which a data set is published.
 *
 * @param title what its folder is called
 * @param files what is downloaded: itself, or one archive
 * @param members what is taken out of the archive; empty where the files themselves are it
 * @param classNames names of the classes that the files do not tell; empty where they do
 */
record Published(
    String title, List<RemoteFile> files, List<String> members, List<String> classNames) {
  static Published of(KnownDataSet set) {
    return new Published(set.title(), set.files(), set.members(), set.classNames());
  }

  /** A data set, and then the others that come out of the same archive. */
  static List<Published> withSiblings(KnownDataSet set) {
    return Stream.concat(
            Stream.of(set),
            Stream.of(KnownDataSet.values())
                .filter(each -> each != set && each.files().equals(set.files())))
        .map(Published::of)
        .toList();
  }

  /** Under which its files wait until it is whole. */
  String group() {
    return "." + (members.isEmpty() ? title : files.get(0).name() + ".archive");
  }

  long bytes() {
    return files.stream().mapToLong(RemoteFile::bytes).sum();
  }
}
