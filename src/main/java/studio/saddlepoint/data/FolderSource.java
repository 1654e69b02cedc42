package studio.saddlepoint.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import studio.saddlepoint.core.Progress;

/**
 * A folder of PNG and JPEG images.
 *
 * @param listing all files in it
 * @param images those that are images
 */
record FolderSource(
        String name, Path path, String state, Listing listing, List<Listing.Entry> images)
        implements ImportSource {
    private static final Set<String> EXTENSIONS = Set.of("png", "jpg", "jpeg");

    /** The images among the files of a folder; there may be none. */
    static FolderSource of(Listing listing) {
        List<Listing.Entry> images =
                listing.files().stream()
                        .filter(file -> EXTENSIONS.contains(file.extension()))
                        .toList();
        Path folder = listing.folder();
        return new FolderSource(
                String.valueOf(folder.getFileName()),
                folder,
                Listing.stateOf(images),
                listing,
                images);
    }

    @Override
    public PackContent content(int size, Progress progress) {
        return new FolderContent(this, FolderLayout.of(listing, images), size);
    }
}
