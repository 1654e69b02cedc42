package studio.saddlepoint.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BriefNumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "640, 640",
    "9999, '9,999'",
    "10000, 10.0 k",
    "76800, 76.8 k",
    "999949, 999.9 k",
    "999950, 1.0 M",
    "1234567, 1.2 M",
    "25000000, 25.0 M",
    "999950000, 1.0 G",
    "4096000000000, '4,096.0 G'",
  })
  void aNumberOfWhichOnlyItsSizeMattersIsShort(long number, String expected) {
    assertEquals(expected, English.brief(number));
  }

  @ParameterizedTest
  @CsvSource({"0, 0 kB", "4096, 5 kB", "999000, 999 kB", "1000001, 2 MB", "561753746, 562 MB"})
  void theSizeOfAFileIsInTheUnitThatItFillsAtLeastOnce(long bytes, String expected) {
    assertEquals(expected, English.size(bytes));
  }
}
