package org.contactroi.catalog.file;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.RateEntry;
import org.contactroi.interaction.Resource;
import org.contactroi.notation.ChoiceText;
import org.contactroi.roi.rate.RateRow;
import org.contactroi.roi.rate.RateUnit;
import org.jspecify.annotations.Nullable;

/** Reads rows of rate cards. */
final class RateSection {

  private static final String UNIT = "unit";
  private static final String VALID_TO = "valid-to";
  private static final String UTILISATION = "utilisation-bp";
  private static final List<String> KNOWN =
      List.of(
          Names.TENANT,
          Names.ID,
          UsageFields.RESOURCE,
          UsageFields.KEY,
          UsageFields.CHANNEL,
          UNIT,
          "amount",
          "currency",
          Names.VALID_FROM,
          VALID_TO,
          UTILISATION,
          "source-note");

  private final Fields fields;
  private final StatedFields stated;
  private final UsageFields usage;

  private RateSection(Fields fields) {
    this.fields = fields;
    this.stated = new StatedFields(fields);
    this.usage = new UsageFields(fields);
  }

  static CatalogEntry read(Fields fields) {
    fields.requireKnown(KNOWN);
    return new RateEntry(Names.tenant(fields), new RateSection(fields).row());
  }

  private RateRow row() {
    Resource resource = usage.resource();
    Instant validFrom = Names.instant(fields, Names.VALID_FROM);
    return new RateRow(
        Names.id(fields),
        resource,
        usage.keyOrAny(resource),
        usage.channelOrAny(),
        unit(resource),
        stated.amount("amount"),
        stated.currency("currency"),
        validFrom.toEpochMilli(),
        validTo(validFrom),
        utilisation(resource),
        stated.text("source-note"));
  }

  /** A unit that fits; of a resource that is not known, any will do. */
  private RateUnit unit(Resource resource) {
    List<RateUnit> fitting =
        Arrays.stream(RateUnit.values()).filter(unit -> unit.fits(resource)).toList();
    if (!fields.isBroken(UsageFields.RESOURCE)) {
      String allowed = "%s for %s".formatted(ChoiceText.of(fitting), ChoiceText.of(resource));
      return fields.required(
          UNIT, allowed, text -> ChoiceText.parse(text, fitting), fitting.get(0));
    }
    fields.choice(UNIT, List.of(RateUnit.values()));
    return fitting.get(0);
  }

  private @Nullable Long validTo(Instant validFrom) {
    Optional<Instant> validTo =
        fields.optional(
            VALID_TO,
            Names.ALLOWED_INSTANT + ", after valid-from",
            text -> after(validFrom, Names.instant(text)));
    return validTo.filter(validFrom::isBefore).map(Instant::toEpochMilli).orElse(null);
  }

  private Instant after(Instant validFrom, Instant validTo) {
    if (!fields.isBroken(Names.VALID_FROM) && !validTo.isAfter(validFrom)) {
      throw new IllegalArgumentException(validTo + " is not after " + validFrom);
    }
    return validTo;
  }

  private @Nullable Integer utilisation(Resource resource) {
    if (!fields.has(UTILISATION)) {
      return null;
    }
    int share = stated.basisPoints(UTILISATION, 1, StatedFields.WHOLE_BP);
    if (resource == Resource.AGENT) {
      return share;
    }
    if (!fields.isBroken(UsageFields.RESOURCE) && !fields.isBroken(UTILISATION)) {
      fields.note(
          UTILISATION,
          "%s is '%d'; allowed: none for %s, only for agent"
              .formatted(UTILISATION, share, ChoiceText.of(resource)));
    }
    return null;
  }
}
