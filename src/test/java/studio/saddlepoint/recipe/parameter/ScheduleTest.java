package studio.saddlepoint.recipe.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "linear(2e-4..0, 100%) | linear(2e-4..0, 100%)",
        "  Linear( 0.0002 .. 0 ,640000 ) | linear(2e-4..0, 640000)",
        "constant(0.5, 12.5%) then cosine(0.5..1,2e4) | constant(0.5, 12.5%) then cosine(0.5..1, 20000)",
        "linear(-1..1e9, 1) | linear(-1..1e9, 1)",
        "linear(.5...25, 10) | linear(0.5..0.25, 10)",
      })
  void isReadAndWritten(String text, String written) {
    assertEquals(written, Schedule.parse(text).toString());
    assertEquals(Schedule.parse(text), Schedule.parse(written));
  }

  @Test
  void anExponentialPieceChangesByTheSameFactorInTheSameTime() {
    Schedule falls = Schedule.parse("exponential(0.001..0.00001, 100)");
    assertEquals(1e-3, falls.at(0), 1e-15);
    assertEquals(1e-4, falls.at(50), 1e-15);
    assertEquals(1e-5, falls.at(100), 1e-15);
    assertEquals(1e-5, falls.at(1000), 1e-15);
    assertEquals(-2, Schedule.parse("exponential(-1..-4, 10)").at(5), 1e-12);
  }

  @Test
  void everyScheduleIsReadAsItWasWritten() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 500; i++) {
      ScheduleShape shape = ScheduleShape.values()[random.nextInt(3)];
      double from = random.nextDouble() * Math.pow(10, random.nextInt(-9, 9));
      double to = -random.nextDouble();
      Schedule schedule =
          new Schedule(
              List.of(
                  ScheduleSegment.overImages(shape, from, to, 1 + random.nextLong(1L << 40)),
                  ScheduleSegment.overShare(shape, to, from, random.nextDouble(0.001, 1))));
      assertEquals(schedule, Schedule.parse(schedule.toString()), schedule::toString);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "linear(0.1, 50%) | linear has two values",
        "constant(1..0, 50%) | constant has one value",
        "exponential(0.001..0, 50%) | never reaches or crosses 0",
        "exponential(1..-1, 50%) | never reaches or crosses 0",
        "stairs(1..0, 50%) | use constant, linear, cosine, exponential",
        "linear(1..0) | it must be a number, or pieces such as",
        "linear(1..0, 50%) linear(0..1, 50%) | with \"then\" between them",
        "linear(1..0, 50%) then | with \"then\" between them",
        "linear(1..x, 50%) | has a number that is none",
        "linear(1..0, 0.5) | a whole number of images, or a share",
        "linear(1..0, half) | a whole number of images, or a share",
        "linear(1..0, x%) | a whole number of images, or a share",
        "linear(1..0, 0) | images above 0",
        "linear(1..0, -3) | images above 0",
        "linear(1..0, 0%) | images above 0",
        "linear(1..0, 101%) | cannot be over more than 100%",
        "linear(1..0, 60%) then constant(0, 60%) | add up to 120%",
      })
  void whatIsNoScheduleIsRefusedWithTheReason(String text, String reason) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Schedule.parse(text));
    String said = String.valueOf(e.getMessage());
    assertTrue(said.contains(reason), said);
  }

  @Test
  void piecesFollowEachOtherAndTheLastEndStays() {
    Schedule schedule = Schedule.parse("linear(0..1, 10) then constant(5, 4) then cosine(2..4, 8)");
    assertEquals(0, schedule.at(0));
    assertEquals(0.5, schedule.at(5));
    assertEquals(0.9, schedule.at(9), 1e-15);
    assertEquals(5, schedule.at(10));
    assertEquals(5, schedule.at(13));
    assertEquals(2, schedule.at(14));
    assertEquals(3, schedule.at(18), 1e-15);
    assertEquals(4, schedule.at(22));
    assertEquals(4, schedule.at(Long.MAX_VALUE));
    assertEquals(22, schedule.images());
    assertEquals(5, schedule.highest());
  }

  @Test
  void sharesAreOfTheWholeTraining() {
    Schedule shares = Schedule.parse("constant(1, 25%) then linear(1..0, 75%)");
    assertFalse(shares.inImages());
    assertThrows(IllegalStateException.class, () -> shares.at(0));
    assertEquals("constant(1, 250) then linear(1..0, 750)", shares.ofTraining(1000).toString());
    Schedule images = Schedule.parse("linear(1..0, 10)");
    assertEquals(images, images.ofTraining(1000));
  }
}
