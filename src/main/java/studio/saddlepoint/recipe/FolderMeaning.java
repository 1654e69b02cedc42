package studio.saddlepoint.recipe;

import studio.saddlepoint.recipe.parameter.Choice;

/** The meaning of folders in a folder or archive of images. */
public enum FolderMeaning implements Choice {
  CLASSES(
      "Folders are classes",
      "Each folder is a class; pictures that lie beside the folders are left out."),
  TOGETHER(
      "All pictures as one",
      "All pictures are learnt together, in whatever folder they lie, without classes.");

  private final String label;
  private final String help;

  FolderMeaning(String label, String help) {
    this.label = label;
    this.help = help;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public String help() {
    return help;
  }
}
