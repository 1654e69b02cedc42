package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Extractor files that cannot be used. */
class EvaluateExtractorFilesTest {
    @TempDir static Path home;

    private static FolderEvaluation folders;

    @BeforeAll
    static void paint() {
        folders = FolderEvaluation.in(home);
    }

    @Test
    void refusesFeaturesThatAreNotNumbersAndKeepsNothingOfThem() throws IOException {
        Path module = folders.module("torch.log(torch.sub(torch.mean(x, [2, 3]), 45.))", "nan.pt");
        List<Path> before = statistics();
        String message =
                folders.refused(
                        "as a feature. Choose another extractor",
                        folders.real(),
                        folders.fake(),
                        "--extractor",
                        module.toString());
        assertTrue(message.contains("nan.pt"), message);
        assertEquals(before, statistics());
    }

    @Test
    void refusesAWrongExtractorFile() throws IOException {
        Path text = Files.writeString(home.resolve("text.pt"), "no module");
        folders.refused(
                "is not a TorchScript module",
                folders.real(),
                folders.fake(),
                "--extractor",
                text.toString());
        folders.refused(
                "text.pt is not Inception-v3 (SHA-256 ",
                folders.real(),
                folders.fake(),
                "--weights",
                text.toString());
        folders.refused("Inception-v3 is not on this computer", folders.real(), folders.fake());
        folders.refused("is not a whole .npz file", text, folders.fake(), "--extractor", "pixels");
    }

    private static List<Path> statistics() throws IOException {
        Path folder = home.resolve("caches").resolve("statistics");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
