package org.contactroi.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Figure;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Totals;
import org.contactroi.outputs.ContainmentKpi;
import org.contactroi.outputs.CostKpi;
import org.contactroi.outputs.ExperienceKpi;
import org.contactroi.outputs.FirstContactResolutionKpi;
import org.contactroi.outputs.HandleTimeKpi;
import org.contactroi.outputs.OccupancyKpi;
import org.contactroi.outputs.SalesKpi;
import org.contactroi.outputs.SavingKpi;
import org.contactroi.outputs.ServiceLevelKpi;
import org.contactroi.outputs.VolumeKpi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records are filled by position: names of the domain and of the contracts have to agree. */
class ContractFieldsTest {

  @ParameterizedTest
  @EnumSource(Family.class)
  void theFieldsOfTheTotalsAreTheMeasuresInTheirOrder(Family family) {
    assertThat(names(kpi(family).getField("totals").schema()))
        .isEqualTo(family.measures().stream().map(Measure::fieldName).toList());
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void theFieldsOfTheFiguresAreTheFiguresInTheirOrder(Family family) {
    assertThat(names(kpi(family).getField("figures").schema()))
        .isEqualTo(Figure.of(family).stream().map(Figure::name).toList());
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void everyFieldOfTotalsOfNothingIsZeroOrEmptyAndComesBack(Family family) {
    Totals nothing = Totals.zero(family);

    assertThat(TotalsRecords.toDomain(family, TotalsRecords.toAvro(nothing))).isEqualTo(nothing);
    assertThat(Figure.of(family)).noneMatch(figure -> figure.from(nothing).isDefined());
  }

  private static List<String> names(Schema record) {
    return record.getFields().stream().map(Schema.Field::name).toList();
  }

  private static Schema kpi(Family family) {
    return switch (family) {
      case HANDLE_TIME -> HandleTimeKpi.getClassSchema();
      case SERVICE_LEVEL -> ServiceLevelKpi.getClassSchema();
      case CONTAINMENT -> ContainmentKpi.getClassSchema();
      case FIRST_CONTACT_RESOLUTION -> FirstContactResolutionKpi.getClassSchema();
      case VOLUME -> VolumeKpi.getClassSchema();
      case SAVING -> SavingKpi.getClassSchema();
      case COST -> CostKpi.getClassSchema();
      case EXPERIENCE -> ExperienceKpi.getClassSchema();
      case SALES -> SalesKpi.getClassSchema();
      case OCCUPANCY -> OccupancyKpi.getClassSchema();
    };
  }
}
