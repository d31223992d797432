package org.contactroi.benchmarks.functions;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.contactroi.kpi.Cell;
import org.contactroi.kpi.Distribution;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Families;
import org.contactroi.kpi.family.HandleTime;
import org.contactroi.topology.store.AvroBytes;
import org.contactroi.topology.store.CellCodec;
import org.contactroi.topology.store.TotalsCodec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The algebra of totals, and their bytes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TotalsBenchmark {

  /** Legs of a busy hour: so many buckets has its histogram. */
  private static final int LEGS = 200;

  private static final long FIRST_MS = 30_000;
  private static final double STEP = 1.02;

  private Map<Cell, Totals> cells = Map.of();
  private Totals ofLeg = Totals.zero(HandleTime.FAMILY);
  private Totals ofHour = Totals.zero(HandleTime.FAMILY);
  private byte[] hourBytes = {};
  private byte[] cellBytes = {};

  /** Sums up an hour. */
  @Setup
  public void sum() {
    cells = Families.contributions(Sample.typical().interaction());
    double handle = FIRST_MS;
    for (int leg = 0; leg < LEGS; leg++) {
      ofLeg = ofLeg((long) handle);
      ofHour = ofHour.plus(ofLeg);
      handle *= STEP;
    }
    hourBytes = writeTotals();
    cellBytes = writeCells();
  }

  private static Totals ofLeg(long handle) {
    return Totals.builder(HandleTime.FAMILY)
        .add(HandleTime.HANDLED_LEGS, 1)
        .add(HandleTime.TALK_MS, handle)
        .add(HandleTime.HANDLE_MS, handle)
        .add(HandleTime.EFFORT_MS, handle)
        .add(HandleTime.HANDLE_HISTOGRAM, Distribution.ofSample(handle))
        .build();
  }

  /** One leg to the handle time of a busy hour. */
  @Benchmark
  public Totals plus() {
    return ofHour.plus(ofLeg);
  }

  /** Bytes of a busy hour. */
  @Benchmark
  public byte[] writeTotals() {
    return AvroBytes.write(encoder -> TotalsCodec.write(ofHour, encoder));
  }

  /** A busy hour from its bytes. */
  @Benchmark
  public Totals readTotals() {
    return AvroBytes.read(hourBytes, TotalsCodec::read);
  }

  /** Bytes of what an interaction contributes. */
  @Benchmark
  public byte[] writeCells() {
    return AvroBytes.write(encoder -> CellCodec.write(cells, encoder));
  }

  /** What an interaction contributes from its bytes. */
  @Benchmark
  public Map<Cell, Totals> readCells() {
    return AvroBytes.read(cellBytes, CellCodec::read);
  }
}
