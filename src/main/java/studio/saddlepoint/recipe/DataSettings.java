package studio.saddlepoint.recipe;

import studio.saddlepoint.recipe.parameter.Parameter;

/**
 * The settings of the data that is learnt.
 *
 * @param source {@code strokes}, {@code shapes}, a well-known data set such as {@code mnist}, or
 *     the path of a file or folder of images
 * @param size height and width of the pictures in pixels
 * @param mirror whether half of the pictures are shown mirrored
 * @param folders what the folders in a folder or archive of images mean
 */
public record DataSettings(
    @Parameter(
            label = "Data set",
            value = "strokes",
            help =
                "strokes (digits), shapes (colour), a well-known data set such as mnist, or the path of a folder or zip of images, IDX files or CIFAR.")
        String source,
    @Parameter(
            label = "Picture size",
            value = "32",
            unit = "pixels",
            choices = {"28", "32", "64", "128"},
            help =
                "Height and width; pictures of 28 get a border unless it is 28, all others are cropped square and resized. Only fully connected and dense and convolutional networks take 28.")
        int size,
    @Parameter(
            label = "Mirror",
            value = "false",
            advanced = true,
            help =
                "Shows half of the pictures mirrored: more data where left and right mean the same. It changes letters and digits: leave it off for them.")
        boolean mirror,
    @Parameter(
            label = "Folders",
            value = "classes",
            advanced = true,
            help =
                "Whether folders in a folder of images are classes, so that pictures beside them are left out, or all pictures are learnt as one.")
        FolderMeaning folders) {
  /**
   * A data set as it is usually read.
   *
   * @param source as {@code data.source} has it
   * @param size height and width in pixels
   */
  public static DataSettings of(String source, int size) {
    return new DataSettings(source, size, false, FolderMeaning.CLASSES);
  }
}
