package studio.saddlepoint.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.Progress;

/**
 * A folder of images.
 *
 * @param listing all files in it; images of kinds that are not read are problems
 * @param images those that are images
 */
record FolderSource(
        String name, Path path, String state, Listing listing, List<Listing.Entry> images)
        implements ImportSource {
    /** The images among the files of a folder; there may be none. */
    static FolderSource of(Listing listing) {
        List<Listing.Entry> images =
                listing.files().stream()
                        .filter(file -> ImageEndings.isRead(file.extension()))
                        .toList();
        List<DataProblem> problems = new ArrayList<>(listing.problems());
        listing.files().stream()
                .filter(file -> ImageEndings.isUnread(file.extension()))
                .forEach(file -> problems.add(ImageEndings.unread(file.name())));
        Path folder = listing.folder();
        return new FolderSource(
                PathNames.of(folder),
                folder,
                Listing.stateOf(images),
                new Listing(folder, listing.files(), List.copyOf(problems)),
                images);
    }

    @Override
    public PackContent content(int size, Progress progress) {
        return new FolderContent(this, FolderLayout.of(listing, images), size);
    }
}
