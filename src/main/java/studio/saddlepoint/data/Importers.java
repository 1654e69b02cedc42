package studio.saddlepoint.data;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;

/** Finds out what a path holds. */
final class Importers {
    private static final Set<String> ARCHIVES =
            Set.of("zip", "tar", "tgz", "tbz", "bz2", "xz", "7z", "rar");

    private Importers() {}

    /**
     * What lies at a path.
     *
     * @throws StudioException if there is nothing that can be used
     */
    static ImportSource at(String source, Progress progress) {
        Path path = existing(source);
        return Files.isDirectory(path) ? folder(path, progress) : file(path);
    }

    private static Path existing(String source) {
        return PathNames.spelt(source)
                .map(path -> path.toAbsolutePath().normalize())
                .filter(Files::exists)
                .orElseThrow(() -> notThere(source));
    }

    private static StudioException notThere(String source) {
        return new StudioException(
                English.of(
                        "There is no file or folder \"%s\". Check the path, or choose \"strokes\" or \"shapes\", which need no files.%s",
                        source, PathNames.cure(source)));
    }

    private static ImportSource file(Path path) {
        String name = path.getFileName().toString();
        String extension = extensionOf(name);
        if (isArchive(name)) {
            throw new StudioException(
                    English.of(
                            "The file %s is an archive. Unpack (unzip) it first, then choose the folder with its files.",
                            path));
        }
        if (ImageEndings.isRead(extension) || ImageEndings.isUnread(extension)) {
            throw new StudioException(
                    English.of(
                            "The file %s is a single image. Choose the folder that holds the images.",
                            path));
        }
        if (CifarSource.isBatch(path)) {
            throw new StudioException(
                    English.of(
                            "The file %s is one part of CIFAR-10 or CIFAR-100. Choose the folder that holds all of them.",
                            path));
        }
        return IdxSource.ofFile(path);
    }

    private static ImportSource folder(Path folder, Progress progress) {
        List<Path> files = filesIn(folder);
        Optional<? extends ImportSource> known = known(folder, files);
        if (known.isPresent()) {
            return known.get();
        }
        FolderSource images = FolderSource.of(Listing.of(folder, progress));
        return images.hasImages(progress) ? images : wrapped(folder, images.listing(), progress);
    }

    private static Optional<? extends ImportSource> known(Path folder, List<Path> files) {
        Optional<CifarSource> cifar = CifarSource.inFolder(folder, files);
        return cifar.isPresent() ? cifar : IdxSource.inFolder(folder, files);
    }

    /** IDX files or batches in the only folder below that has some, as archives unpack to. */
    private static ImportSource wrapped(Path folder, Listing listing, Progress progress) {
        List<ImportSource> found = new ArrayList<>();
        listing.files().stream()
                .map(file -> file.path().getParent())
                .distinct()
                .forEach(below -> known(below, filesIn(below)).ifPresent(found::add));
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.size() > 1) {
            throw new StudioException(
                    English.of(
                            "The folder %s holds several data sets: %s. Choose the folder of one of them.",
                            folder, found.stream().map(ImportSource::path).toList()));
        }
        Optional<Listing.Entry> archive =
                listing.files().stream().filter(file -> isArchive(file.name())).findFirst();
        if (archive.isPresent()) {
            throw new StudioException(
                    English.of(
                            "The folder %s holds no images but the archive %s. Unpack (unzip) it first, then choose the folder with its files.",
                            folder, archive.get().name()));
        }
        List<DataProblem> problems = SortedFiles.of(listing, progress).problems();
        String unread =
                problems.isEmpty()
                        ? ""
                        : English.of(" %s %s.", problems.get(0).file(), problems.get(0).reason());
        throw new StudioException(
                English.of(
                        "The folder %s holds no images (%s).%s Choose a folder with images (%s), MNIST-family IDX files, or CIFAR-10 binary batches.",
                        folder,
                        listing.files().isEmpty()
                                ? "it is empty"
                                : English.count(listing.files().size(), "other file"),
                        unread,
                        ImageEndings.KINDS));
    }

    private static List<Path> filesIn(Path folder) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(folder, Files::isRegularFile)) {
            entries.forEach(files::add);
        } catch (IOException e) {
            throw new StudioException(
                    English.of(
                            "The folder %s cannot be read (%s). Check that you may read it, or choose another one.",
                            folder, e.getClass().getSimpleName()),
                    e);
        }
        files.sort(null);
        return files;
    }

    private static boolean isArchive(String name) {
        return ARCHIVES.contains(extensionOf(name))
                || name.toLowerCase(Locale.ROOT).endsWith(".tar.gz");
    }

    private static String extensionOf(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
