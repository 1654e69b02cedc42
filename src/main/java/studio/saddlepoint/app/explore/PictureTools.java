package studio.saddlepoint.app.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.explore.ExploreEngine.Drawn;
import studio.saddlepoint.app.explore.ExploreEngine.Subject;
import studio.saddlepoint.app.explore.inversion.InversionHost;
import studio.saddlepoint.app.explore.inversion.InversionOffer;
import studio.saddlepoint.app.explore.inversion.InversionPane;
import studio.saddlepoint.app.explore.inversion.KeptPictures;
import studio.saddlepoint.app.explore.inversion.MemoryPane;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.inversion.InversionSpace;

/** The explorer's tools for single pictures beside the training pictures. */
final class PictureTools implements InversionHost, AutoCloseable {
  private final StudioModel studio;
  private final ExploreModel model;
  private final KeptPictures kept;

  PictureTools(StudioModel studio, ExploreModel model) {
    this.studio = studio;
    this.model = model;
    kept = new KeptPictures(studio.home().caches());
  }

  /** The tool that finds codes. */
  Node inversion() {
    InversionPane pane = new InversionPane(studio, this, kept);
    follow(pane.offerProperty());
    return pane;
  }

  /** The tool that tells of memories. */
  Node memory() {
    MemoryPane pane = new MemoryPane(studio, this, kept);
    follow(pane.offerProperty());
    return pane;
  }

  /** How many looks at training pictures are held. */
  int held() {
    return kept.open();
  }

  /** Forgets the training pictures; they are looked at again when they are needed. */
  @Override
  public void close() {
    kept.close();
  }

  private void follow(ObjectProperty<@Nullable InversionOffer> offer) {
    model.subjectProperty().addListener((p, old, now) -> offer.set(offer(now)));
    offer.set(offer(model.subjectProperty().get()));
  }

  private static @Nullable InversionOffer offer(@Nullable Subject now) {
    if (now == null) {
      return null;
    }
    List<InversionSpace> spaces = new ArrayList<>(List.of(InversionSpace.Z));
    if (now.styledLayers() > 0) {
      spaces.add(InversionSpace.W);
    }
    if (now.styledLayers() > 1) {
      spaces.add(InversionSpace.W_PLUS);
    }
    return new InversionOffer(now.shape(), spaces);
  }

  @Override
  public Optional<Snapshot> share() {
    return model.share();
  }

  @Override
  public int label() {
    return model.state().label();
  }

  @Override
  public Optional<Picture> shown() {
    Drawn drawn = model.drawnProperty(Part.CURRENT).get();
    return drawn == null ? Optional.empty() : Optional.of(drawn.pictures().get(0));
  }

  @Override
  public void take(LatentPoint code, int label, boolean asB) {
    ExploreState before = model.state().withLabel(label);
    model.canvasProperty().set(CanvasKind.PICTURE);
    model.move(asB ? before.withB(code).withPlace(1) : before.withA(code).withPlace(0));
  }
}
