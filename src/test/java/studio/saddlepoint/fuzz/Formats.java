package studio.saddlepoint.fuzz;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.saddlepoint.app.Settings;
import studio.saddlepoint.app.evaluate.FuzzedEvaluations;
import studio.saddlepoint.core.Npy;
import studio.saddlepoint.core.NpyHeader;
import studio.saddlepoint.core.Npz;
import studio.saddlepoint.data.source.FuzzedData;
import studio.saddlepoint.latent.CodeSizes;
import studio.saddlepoint.latent.code.Bookmarks;
import studio.saddlepoint.latent.code.CodeFiles;
import studio.saddlepoint.latent.code.Thumbnail;
import studio.saddlepoint.latent.direction.DirectionFile;
import studio.saddlepoint.metrics.feature.StatisticsFile;
import studio.saddlepoint.model.WSpace;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.RecipeJson;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.run.FuzzedRun;
import studio.saddlepoint.run.checkpoint.Safetensors;
import studio.saddlepoint.torch.FuzzedTorch;

/** All formats that are tried; a new one is a line here. */
final class Formats {
  private static final String BOOKMARKS =
      """
      {"format": "saddlepoint-codes", "version": 1, "codes": [
        {"name": "Smile", "code": "slerp(42,w(0.5,-1.25),0.3)", "class": "cat",
         "made": "2026-11-30T10:15:00Z", "step": 1500, "note": "found\\nby chance",
         "picture": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="},
        {"name": "plain", "code": "42"}]}
      """;

  private Formats() {}

  static List<Format> all() throws Exception {
    List<Format> formats = new ArrayList<>();
    Format.Reading image = file -> FuzzedData.images(file.getParent());
    formats.add(
        Format.bytes("png", "a.png", Seeds.pictures("png"), image).inside(Seeds::mendedPng));
    formats.add(Format.bytes("jpeg", "a.jpg", Seeds.pictures("jpg"), image));
    formats.add(Format.bytes("gif", "a.gif", Seeds.pictures("gif"), image));
    formats.add(Format.bytes("webp", "a.webp", Seeds.pictures("webp"), image));
    formats.add(Format.bytes("tiff", "a.tif", Seeds.pictures("tif"), image));
    formats.add(Format.bytes("bmp", "a.bmp", Seeds.pictures("bmp"), image));
    formats.add(Format.bytes("pnm", "a.ppm", Seeds.pictures("ppm", "pgm", "pbm"), image));
    Format.Reading source = FuzzedData::source;
    Format.Reading folder = file -> FuzzedData.source(file.getParent());
    formats.add(Format.bytes("idx", "images", List.of(Seeds.idx(3), Seeds.idx(1)), source));
    formats.add(
        Format.bytes("idx-gz", "images.gz", List.of(Seeds.idx(40)), source).inside(Seeds::gzip));
    formats.add(
        Format.bytes(
            "zip",
            "a.zip",
            pictureZips(),
            file -> {
              FuzzedData.source(file);
              FuzzedData.images(file);
            }));
    byte[] batch = new byte[2 * 3073];
    batch[3073] = 9;
    formats.add(Format.bytes("cifar", "data_batch_1.bin", List.of(batch), folder));
    formats.add(Format.bytes("cifar-python", "data_batch_1", FuzzedData.pickles("labels"), folder));
    formats.add(Format.bytes("cifar-100", "train", FuzzedData.pickles("fine_labels"), folder));
    formats.add(Format.bytes("pack", "a.pack", List.of(FuzzedData.packed()), FuzzedData::pack));
    Format.Reading npz = file -> Npz.read(file, Set.of("mu", "sigma", "count", "extractor", "a"));
    formats.add(Format.bytes("npz", "a.npz", archives(), npz));
    formats.add(
        Format.bytes("npy", "a.npz", arrays(), npz)
            .inside(array -> Seeds.zip(Map.of("a.npy", array))));
    formats.add(Format.bytes("statistics", "a.npz", archives(), StatisticsFile::read));
    formats.add(
        Format.bytes("safetensors", "a.safetensors", FuzzedRun.tensors(), Safetensors::read));
    formats.add(
        Format.text("safetensors-header", "a.safetensors", headers(), Safetensors::read)
            .inside(Formats::withHeader));
    formats.add(
        Format.bytes(
            "checkpoint",
            "run/checkpoints/step-0000000003.safetensors",
            FuzzedRun.checkpoints(),
            file -> FuzzedRun.read(file.getParent().getParent())));
    formats.add(
        Format.bytes("torchscript", "a.pt", List.of(FuzzedTorch.module()), FuzzedTorch::read));
    List<byte[]> recipe = List.of(Seeds.text(RecipeJson.write(Recipe.defaults())));
    formats.add(
        Format.text("recipe", "recipe.json", recipe, file -> Recipes.load(file.toString())));
    Format.Reading run = file -> FuzzedRun.read(file.getParent());
    formats.add(Format.text("kept-recipe", "run/recipe.json", recipe, run));
    for (Map.Entry<String, byte[]> each : FuzzedRun.texts().entrySet()) {
      formats.add(
          Format.text(each.getKey(), "run/" + each.getKey(), List.of(each.getValue()), run));
    }
    for (Map.Entry<String, byte[]> each : FuzzedEvaluations.texts().entrySet()) {
      formats.add(
          Format.text(
              each.getKey(),
              "run/evaluations/" + each.getKey(),
              List.of(each.getValue()),
              file -> FuzzedEvaluations.read(file.getParent().getParent())));
    }
    formats.add(
        Format.bytes(
                "sheet",
                "run/samples/sheet.png",
                Seeds.pictures("png"),
                file -> FuzzedRun.sheet(file.getParent().getParent()))
            .inside(Seeds::mendedPng));
    formats.add(
        Format.text(
            "bookmarks.json",
            "run/bookmarks.json",
            List.of(Seeds.text(BOOKMARKS)),
            file ->
                new Bookmarks(file.getParent())
                    .all()
                    .forEach(each -> each.thumbnail().ifPresent(Thumbnail::picture))));
    formats.add(
        Format.bytes(
            "codes-npz",
            "a.npz",
            codes(),
            file -> CodeFiles.read(file, new CodeSizes(2, new WSpace(3, 2)))));
    formats.add(
        Format.bytes(
            "directions",
            "run/directions.json",
            List.of(
                Seeds.text(
                    "{\"format\":1,\"directions\":[{\"name\":\"a\",\"space\":\"w\",\"layers\":\"0-3\","
                        + "\"deviation\":0.5,\"method\":\"means\",\"settings\":{\"attribute\":\"x\"},"
                        + "\"seed\":1,\"step\":9,\"vector\":[0.6,-0.8]}]}")),
            file -> DirectionFile.at(file).read()));
    formats.add(
        Format.text(
            "settings",
            "studio.properties",
            List.of(Seeds.text("theme=dark\nwidth=900.5\nfolder=C\\:\\\\a\\u00e9\n")),
            file -> new Settings(file.getParent()).number("width", 1)));
    return formats;
  }

  private static List<byte[]> codes() throws Exception {
    Npy.Precision single = Npy.Precision.FLOAT32;
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("z.npy", Npy.of(new double[] {1, -2}, 1, 2).bytes(single));
    entries.put("w.npy", Npy.of(new double[] {1, -2, 3, 4, 5, 6}, 1, 3, 2).bytes(single));
    entries.put("names.npy", Npy.of("One\nTwo").bytes());
    return List.of(Seeds.zip(entries));
  }

  private static List<byte[]> pictureZips() throws Exception {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("set/cat/1.png", Seeds.pictures("png").get(0));
    entries.put("set/dog/2.bmp", Seeds.pictures("bmp").get(0));
    entries.put("set/notes.txt", Seeds.text("notes"));
    return List.of(Seeds.zip(entries), Seeds.deflated(entries));
  }

  private static List<byte[]> arrays() {
    return List.of(
        array("<f8", new byte[48], 2, 3),
        array("<f4", new byte[24], 6),
        array(">i4", new byte[4]),
        array("<U3", new byte[12]));
  }

  private static byte[] array(String type, byte[] data, int... shape) {
    byte[] header = NpyHeader.of(type, shape);
    return ByteBuffer.allocate(header.length + data.length).put(header).put(data).array();
  }

  private static List<byte[]> archives() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("mu.npy", array("<f8", new byte[16], 2));
    byte[] sigma = new byte[32];
    sigma[6] = (byte) 0xf0;
    sigma[7] = 0x3f;
    sigma[30] = (byte) 0xf0;
    sigma[31] = 0x3f;
    entries.put("sigma.npy", array("<f8", sigma, 2, 2));
    entries.put("count.npy", array("<i8", new byte[8]));
    entries.put("extractor.npy", array("<U3", Seeds.text("a\0\0\0b\0\0\0c\0\0\0")));
    return List.of(Seeds.zip(entries));
  }

  private static List<byte[]> headers() {
    return List.of(
        Seeds.text(
            "{\"__metadata__\":{\"a\":\"b\"},\"x\":{\"dtype\":\"F32\",\"shape\":[2,1],"
                + "\"data_offsets\":[0,8]},\"y\":{\"dtype\":\"U8\",\"shape\":[],"
                + "\"data_offsets\":[8,9]}}"));
  }

  private static byte[] withHeader(byte[] json) {
    return ByteBuffer.allocate(8 + json.length + 9)
        .order(java.nio.ByteOrder.LITTLE_ENDIAN)
        .putLong(json.length)
        .put(json)
        .array();
  }
}
