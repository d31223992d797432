package org.contactroi.benchmarks.functions;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.contactroi.events.InteractionEvent;
import org.contactroi.interaction.event.Event;
import org.contactroi.topology.intake.EventMapping;
import org.contactroi.wire.GeneratedClasses;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From bytes to events of the domain; all events of one interaction in turn. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EventBenchmark {

  static {
    GeneratedClasses.trust();
  }

  private final List<byte[]> bodies = new ArrayList<>();
  private List<InteractionEvent> events = List.of();
  private SpecificDatumReader<InteractionEvent> reader =
      new SpecificDatumReader<>(InteractionEvent.class);
  private BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(new byte[0], null);
  private int next;

  /** Encodes the events of the sample. */
  @Setup
  public void encode() throws IOException {
    events = Sample.typical().events();
    SpecificDatumWriter<InteractionEvent> writer =
        new SpecificDatumWriter<>(InteractionEvent.class);
    for (InteractionEvent event : events) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
      writer.write(event, encoder);
      encoder.flush();
      bodies.add(bytes.toByteArray());
    }
  }

  /** One event from the body of its record. */
  @Benchmark
  public InteractionEvent decode() throws IOException {
    decoder = DecoderFactory.get().binaryDecoder(bodies.get(following()), decoder);
    return reader.read(null, decoder);
  }

  /** One event of the contract to one of the domain. */
  @Benchmark
  public Event map() {
    return EventMapping.map(events.get(following()));
  }

  private int following() {
    next = next + 1 < events.size() ? next + 1 : 0;
    return next;
  }
}
