package org.contactroi.simulator.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.contactroi.outputs.FamilyTotals;
import org.contactroi.outputs.FirstContactResolutionTotals;
import org.contactroi.outputs.OpenDay;
import org.contactroi.outputs.TotalsRecord;
import org.contactroi.simulator.count.TotalsJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {

  private static final String HOUR = "demo/volume/all/all/hour/2026-01-05T08:00:00Z";
  private static final String ELSEWHERE = "other/volume/all/all/hour/2026-01-05T08:00:00Z";

  @TempDir Path folder = Path.of("");

  private Documents totals(String... lines) {
    try {
      return TruthReader.read(Files.write(folder.resolve("truth.jsonl"), List.of(lines))).totals();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String line(String key, String totals) {
    return "{\"key\":\"" + key + "\",\"totals\":" + totals + "}";
  }

  private static Comparison compare(Documents truth, Documents published) {
    return Comparison.of(truth, published, Period.of(null, null));
  }

  private static List<String> lines(Comparison comparison) {
    return comparison.differences().stream().map(Difference::line).toList();
  }

  @Test
  void equalTotalsHaveNoDifference() {
    Documents totals = totals(line(HOUR, "{\"inbound\":2}"));

    assertThat(compare(totals, totals).isSame()).isTrue();
  }

  @Test
  void everyMeasureThatDiffersIsNamedWithBothValues() {
    Comparison comparison =
        compare(
            totals(line(HOUR, "{\"inbound\":2,\"outbound\":1,\"orphans\":4}")),
            totals(line(HOUR, "{\"inbound\":3,\"orphans\":4}")));

    assertThat(lines(comparison))
        .containsExactly(
            HOUR + " inbound: expected 2, published 3",
            HOUR + " outbound: expected 1, published nothing");
    assertThat(comparison.json().toString())
        .startsWith("{\"keys\":1,\"differing\":1,\"differences\":[{\"key\":\"" + HOUR);
  }

  @Test
  void whatIsPublishedAndNotTrueIsADifference() {
    Comparison comparison =
        compare(
            totals(line(HOUR, "{\"inbound\":2}")),
            totals(line(HOUR, "{\"inbound\":2}"), line(HOUR.replace("08", "09"), "{\"x\":1}")));

    assertThat(lines(comparison)).singleElement().asString().endsWith("published 1");
    assertThat(comparison.keys()).isEqualTo(2);
  }

  @Test
  void otherTenantsAreNotCompared() {
    Comparison comparison =
        compare(
            totals(line(HOUR, "{\"inbound\":2}")),
            totals(line(HOUR, "{\"inbound\":2}"), line(ELSEWHERE, "{\"inbound\":2}")));

    assertThat(comparison.isSame()).isTrue();
  }

  @Test
  void publishedRecordsAreReadAsTheTruthIsWritten() throws IOException {
    FirstContactResolutionTotals totals =
        FirstContactResolutionTotals.newBuilder()
            .setEpisodes(3)
            .setOpenUntil(List.of(new OpenDay(LocalDate.of(1970, 1, 11), 3L)))
            .build();

    ObjectNode json = TotalsJson.byFamily(generic(totals)).get("first-contact-resolution");

    assertThat(json)
        .hasToString("{\"episodes\":3,\"open_until\":[{\"utc_day\":10,\"episodes\":3}]}");
  }

  private static GenericRecord generic(FirstContactResolutionTotals totals) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    FamilyTotals sections = FamilyTotals.newBuilder().setFirstContactResolution(totals).build();
    TotalsRecord record =
        new TotalsRecord(
            "t", "all", "all", "day", Instant.EPOCH, Instant.EPOCH, sections, List.of());
    new SpecificDatumWriter<>(TotalsRecord.class).write(record, encoder);
    encoder.flush();
    return new GenericDatumReader<GenericRecord>(TotalsRecord.getClassSchema())
        .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
  }

  @Test
  void aLineThatIsNoTruthIsNamed() {
    assertThatThrownBy(() -> totals(line(HOUR, "{}"), "{\"key\":1}"))
        .hasMessageContaining("truth.jsonl:2: is no line of a truth");
    assertThatThrownBy(() -> totals("nothing")).hasMessageContaining("truth.jsonl:1: is no JSON");
  }
}
