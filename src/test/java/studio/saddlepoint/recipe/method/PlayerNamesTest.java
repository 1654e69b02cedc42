package studio.saddlepoint.recipe.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlayerNamesTest {
  private static final PlayerNames GAN = PlayerNames.of("generator", "discriminator");
  private static final PlayerNames THREE = PlayerNames.of("decoder", "encoder", "judge");

  @Test
  void aLetterTellsPlayersApartWhereNoOtherBeginsAlike() {
    assertEquals("G", GAN.letter(GAN.maker()));
    assertEquals("D", GAN.letter("discriminator"));
    PlayerNames alike = PlayerNames.of("decoder", "discriminator", "encoder");
    assertEquals("decoder", alike.letter("decoder"));
    assertEquals("discriminator", alike.letter("discriminator"));
    assertEquals("E", alike.letter("encoder"));
  }

  @Test
  void settingsOfPlayersOfOtherMethodsAreOfNoUse() {
    List<PlayerNames> methods = List.of(GAN, THREE);
    assertTrue(THREE.need("encoder", methods));
    assertFalse(THREE.need("discriminator", methods));
    assertTrue(THREE.need("training", methods));
    assertTrue(THREE.need("", methods));
  }

  @Test
  void thereIsAPlayerAndNoneHasTheNameOfAnother() {
    assertThrows(IllegalArgumentException.class, PlayerNames::of);
    assertThrows(IllegalArgumentException.class, () -> PlayerNames.of("judge", "judge"));
  }

  @Test
  void gansHaveTwoPlayersWithSettingsOfTheirNames() {
    for (MethodKind kind : List.of(MethodKind.ADVERSARIAL, MethodKind.BEGAN)) {
      assertEquals(GAN, kind.players());
      assertTrue(kind.needs("discriminator") && kind.needs("data"));
      assertFalse(kind.needs("encoder"));
      assertTrue(kind.uses("method.loss") && kind.uses("discriminator.width"));
      assertFalse(kind.uses("method.vae.klWeight"));
    }
  }

  @Test
  void aVaesDecoderHasTheGeneratorsSettings() {
    PlayerNames players = MethodKind.VAE.players();
    assertEquals(List.of("decoder", "encoder"), players.names());
    assertEquals("generator", players.settings("decoder"));
    assertEquals("encoder", players.settings("encoder"));
    assertEquals("decoder", players.player("generator"));
    assertEquals("data", players.player("data"));
    assertTrue(MethodKind.VAE.needs("generator") && MethodKind.VAE.needs("encoder"));
    assertFalse(MethodKind.VAE.needs("discriminator"));
    assertTrue(MethodKind.VAE.uses("method.conditional") && MethodKind.VAE.uses("data.size"));
    assertFalse(MethodKind.VAE.uses("method.loss") || MethodKind.VAE.uses("method.r1.weight"));
  }
}
