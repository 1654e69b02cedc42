package studio.saddlepoint.data.source;

import java.util.List;
import java.util.Optional;
import studio.saddlepoint.data.DataKind;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.PassedOver;
import studio.saddlepoint.data.SizeCount;
import studio.saddlepoint.data.pack.PackContent;

/** The content of a zip archive, as it would be in a folder. */
final class ArchiveContent implements PackContent {
  private final String name;
  private final PackContent inside;
  private final long bytes;

  /**
   * Content of an archive.
   *
   * @param name of the archive, for a person
   * @param bytes the archive's size on disk
   */
  ArchiveContent(String name, PackContent inside, long bytes) {
    this.name = name;
    this.inside = inside;
    this.bytes = bytes;
  }

  @Override
  public DataKind kind() {
    return inside.kind() == DataKind.FOLDER ? DataKind.ARCHIVE : inside.kind();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ImageShape shape() {
    return inside.shape();
  }

  @Override
  public int count() {
    return inside.count();
  }

  @Override
  public int trainCount() {
    return inside.trainCount();
  }

  @Override
  public boolean ownSplits() {
    return inside.ownSplits();
  }

  @Override
  public List<String> classNames() {
    return inside.classNames();
  }

  @Override
  public int label(int index) {
    return inside.label(index);
  }

  @Override
  public Optional<DataProblem> draw(int index, byte[] target, int offset) {
    return inside.draw(index, target, offset);
  }

  @Override
  public long work(int index) {
    return inside.work(index);
  }

  @Override
  public boolean reduceToGrey() {
    return inside.reduceToGrey();
  }

  @Override
  public List<DataProblem> problems() {
    return inside.problems();
  }

  @Override
  public List<PassedOver> passedOver() {
    return inside.passedOver();
  }

  @Override
  public List<String> notes() {
    return inside.notes();
  }

  @Override
  public List<SizeCount> originalSizes() {
    return inside.originalSizes();
  }

  @Override
  public long bytes() {
    return bytes;
  }
}
