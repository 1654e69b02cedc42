package studio.saddlepoint.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SpellingTest {
  @Test
  void countsChangedMissingAddedAndSwappedLetters() {
    assertEquals(0, Spelling.distance("train", "train"));
    assertEquals(1, Spelling.distance("trian", "train"));
    assertEquals(1, Spelling.distance("tran", "train"));
    assertEquals(1, Spelling.distance("trrain", "train"));
    assertEquals(1, Spelling.distance("drain", "train"));
    assertEquals(3, Spelling.distance("kitten", "sitting"));
    assertEquals(3, Spelling.distance("ca", "abc"), "no letter is touched twice");
    assertEquals(5, Spelling.distance("", "train"));
  }

  @Test
  void aSlipHasAThirdOfTheLettersWrongOrIsABeginning() {
    assertTrue(Spelling.isSlip("evalaute", "evaluate"));
    assertTrue(Spelling.isSlip("eval", "evaluate"));
    assertTrue(Spelling.isSlip("TRAIN", "train"));
    assertFalse(Spelling.isSlip("t", "train"));
    assertFalse(Spelling.isSlip("bench", "train"));
  }
}
