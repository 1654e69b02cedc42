package studio.saddlepoint.app;

import java.util.Locale;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.method.MethodKind;
import studio.saddlepoint.recipe.parameter.HyperParameter;

/** The names of a method's players, as a person reads them. */
public final class PlayerText {
  private PlayerText() {}

  /**
   * A player's name, beginning with a capital.
   *
   * @param player its name in recipes and logs; shown itself where the bundle has no other
   */
  public static String name(String player) {
    String key = "player." + player;
    return Messages.has(key)
        ? Messages.text(key)
        : player.substring(0, 1).toUpperCase(Locale.ROOT) + player.substring(1);
  }

  /**
   * The name of the player that a setting belongs to; empty where it belongs to none.
   *
   * @param key of a hyper-parameter, also of one that this version does not know
   */
  public static String ofSetting(String key) {
    return HyperParameters.find(key)
        .map(HyperParameter::group)
        .filter(MethodKind::isPlayer)
        .map(PlayerText::name)
        .orElse("");
  }
}
