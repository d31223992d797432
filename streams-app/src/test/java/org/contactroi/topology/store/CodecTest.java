package org.contactroi.topology.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.contactroi.history.RandomNumbers;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Cell;
import org.contactroi.kpi.Dimensions;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.RandomTotals;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Cost;
import org.contactroi.kpi.family.Families;
import org.contactroi.kpi.family.Volume;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Totals inside stores come back as they were, and take little room. */
@ExtendWith(RandomNumbers.class)
class CodecTest {

  private final RandomTotals random;

  CodecTest(Random random) {
    this.random = new RandomTotals(random);
  }

  private static byte[] encode(Totals totals) {
    return AvroBytes.write(encoder -> TotalsCodec.write(totals, encoder));
  }

  private static Totals decode(byte[] bytes) {
    return AvroBytes.read(bytes, TotalsCodec::read);
  }

  @RepeatedTest(20)
  void totalsAndDifferencesOfEveryFamilyComeBackAsTheyWere() {
    for (Family family : Families.all()) {
      Totals totals = random.totals(family);

      assertThat(decode(encode(totals))).isEqualTo(totals);
      assertThat(decode(encode(totals.negated()))).isEqualTo(totals.negated());
    }
  }

  @ParameterizedTest
  @MethodSource("org.contactroi.kpi.family.Families#all")
  void totalsOfNothingAreTwoBytes(Family family) {
    assertThat(encode(Totals.zero(family))).hasSize(2);
    assertThat(decode(encode(Totals.zero(family)))).isEqualTo(Totals.zero(family));
  }

  @Test
  void measuresThatAreZeroTakeNoRoom() {
    Totals one = Totals.builder(Volume.FAMILY).add(Volume.INBOUND, 1).build();

    assertThat(encode(one)).hasSize(3);
  }

  @Test
  void partsOfAKeySharedWithTheLineBeforeAreNotRepeated() {
    Breakdown usage =
        Breakdown.of(List.of("MODEL_INPUT_TOKEN", "a-long-name-of-a-model", "CHAT"), 1)
            .plus(Breakdown.of(List.of("MODEL_INPUT_TOKEN", "a-long-name-of-a-model", "SMS"), 2))
            .plus(Breakdown.of(List.of("MODEL_INPUT_TOKEN", "another", "SMS"), 3));
    Totals totals = Totals.builder(Cost.FAMILY).add(Cost.USAGE, usage).build();

    assertThat(decode(encode(totals))).isEqualTo(totals);
    assertThat(encode(totals)).hasSizeLessThan(80);
  }

  @ParameterizedTest
  @MethodSource("org.contactroi.kpi.family.Families#all")
  void everyMeasureHasABitOfItsOwn(Family family) {
    assertThat(family.measures()).extracting(Measure::position).allMatch(bit -> bit < Long.SIZE);
  }

  @RepeatedTest(20)
  void contributionsComeBackWithTheirCells() {
    Map<Cell, Totals> cells = new LinkedHashMap<>();
    for (Family family : Families.all()) {
      Dimensions dimensions =
          new Dimensions(
              random.text(),
              random.text(),
              random.text(),
              random.text(),
              random.text(),
              Map.of("a", random.text(), "b", random.text()));
      cells.put(new Cell(family, 60_000, dimensions, random.text()), random.totals(family));
    }

    byte[] bytes = AvroBytes.write(encoder -> CellCodec.write(cells, encoder));

    assertThat(AvroBytes.read(bytes, CellCodec::read)).isEqualTo(cells);
  }
}
