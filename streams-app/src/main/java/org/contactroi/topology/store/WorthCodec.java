package org.contactroi.topology.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Encoder;
import org.contactroi.interaction.Resource;
import org.contactroi.kpi.Breakdown;
import org.contactroi.roi.amount.Account;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.Component;
import org.contactroi.roi.amount.Count;
import org.contactroi.roi.customer.Retention;
import org.contactroi.roi.price.DayCosts;
import org.contactroi.roi.price.Explained;
import org.contactroi.roi.price.ResourceCosts;
import org.contactroi.roi.price.Worth;
import org.jspecify.annotations.Nullable;

/** Money inside stores: constants by name, so that new ones may stand anywhere among them. */
public final class WorthCodec {

  private WorthCodec() {}

  public static void write(Worth worth, Encoder encoder) throws IOException {
    write(worth.costs(), encoder);
    write(worth.saving(), encoder);
    write(worth.explained(), encoder);
  }

  public static Worth read(BinaryDecoder decoder) throws IOException {
    return new Worth(readCosts(decoder), readAccount(decoder), readExplained(decoder));
  }

  public static void write(DayCosts costs, Encoder encoder) throws IOException {
    encoder.writeLong(costs.interactions());
    write(costs.ofInteractions(), encoder);
    write(costs.ofEpisodes(), encoder);
  }

  public static DayCosts readDayCosts(BinaryDecoder decoder) throws IOException {
    return new DayCosts(decoder.readLong(), readCosts(decoder), readCosts(decoder));
  }

  private static void write(ResourceCosts costs, Encoder encoder) throws IOException {
    encoder.writeInt(costs.byResource().size());
    for (Map.Entry<Resource, Amount> cost : costs.byResource().entrySet()) {
      encoder.writeString(cost.getKey().name());
      write(cost.getValue(), encoder);
    }
  }

  private static ResourceCosts readCosts(BinaryDecoder decoder) throws IOException {
    Map<Resource, Amount> costs = new EnumMap<>(Resource.class);
    for (int left = decoder.readInt(); left > 0; left--) {
      costs.put(Resource.valueOf(AvroBytes.readString(decoder)), readAmount(decoder));
    }
    return new ResourceCosts(costs);
  }

  public static void write(@Nullable Retention retention, Encoder encoder) throws IOException {
    encoder.writeBoolean(retention != null);
    if (retention != null) {
      encoder.writeLong(retention.start());
      encoder.writeLong(retention.end());
      encoder.writeLong(retention.won());
    }
  }

  public static @Nullable Retention readRetention(BinaryDecoder decoder) throws IOException {
    return decoder.readBoolean()
        ? new Retention(decoder.readLong(), decoder.readLong(), decoder.readLong())
        : null;
  }

  public static void write(Account account, Encoder encoder) throws IOException {
    for (Component component : Component.values()) {
      if (!account.get(component).equals(Amount.ZERO)) {
        encoder.writeString(component.name());
        write(account.get(component), encoder);
      }
    }
    encoder.writeString("");
    for (Count count : Count.values()) {
      if (account.get(count) != 0) {
        encoder.writeString(count.name());
        encoder.writeLong(account.get(count));
      }
    }
    encoder.writeString("");
  }

  public static Account readAccount(BinaryDecoder decoder) throws IOException {
    Account.Builder account = Account.builder();
    String name = AvroBytes.readString(decoder);
    while (!name.isEmpty()) {
      account.add(Component.valueOf(name), readAmount(decoder));
      name = AvroBytes.readString(decoder);
    }
    name = AvroBytes.readString(decoder);
    while (!name.isEmpty()) {
      account.add(Count.valueOf(name), decoder.readLong());
      name = AvroBytes.readString(decoder);
    }
    return account.build();
  }

  private static void write(Amount amount, Encoder encoder) throws IOException {
    encoder.writeLong(amount.micros());
    encoder.writeInt(amount.unpriced().lines().size());
    for (Breakdown.Line line : amount.unpriced().lines()) {
      encoder.writeString(line.key().get(0));
      encoder.writeString(line.key().get(1));
      encoder.writeLong(line.quantity(0));
      encoder.writeLong(line.quantity(1));
    }
  }

  private static Amount readAmount(BinaryDecoder decoder) throws IOException {
    long micros = decoder.readLong();
    List<Breakdown.Line> unpriced = new ArrayList<>();
    for (int left = decoder.readInt(); left > 0; left--) {
      unpriced.add(
          new Breakdown.Line(
              List.of(AvroBytes.readString(decoder), AvroBytes.readString(decoder)),
              decoder.readLong(),
              decoder.readLong()));
    }
    return new Amount(micros, Breakdown.of(unpriced));
  }

  private static void write(Explained explained, Encoder encoder) throws IOException {
    encoder.writeLong(explained.repeatsMicros());
    encoder.writeLong(explained.containmentMicros());
    encoder.writeLong(explained.handleTimeMicros());
    encoder.writeLong(explained.otherMicros());
    encoder.writeLong(explained.roundingMicros());
    encoder.writeLong(explained.unexplained());
  }

  private static Explained readExplained(BinaryDecoder decoder) throws IOException {
    return new Explained(
        decoder.readLong(),
        decoder.readLong(),
        decoder.readLong(),
        decoder.readLong(),
        decoder.readLong(),
        decoder.readLong());
  }
}
