package org.contactroi.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.contactroi.kpi.family.Experience;
import org.contactroi.kpi.family.Families;
import org.contactroi.kpi.family.Occupancy;
import org.contactroi.kpi.family.Offers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SliceByTest {

  private static final Dimensions VALUES =
      new Dimensions("VOICE", "billing", "refund", "v7", "night", Map.of("tier", "gold"));

  private static Slice slice(String by) {
    return SliceBy.of(by).slice(VALUES);
  }

  @Test
  void everyDimensionHasItsOwnValue() {
    assertThat(slice("all")).isEqualTo(new Slice("all", List.of()));
    assertThat(slice("channel").values()).containsExactly("VOICE");
    assertThat(slice("queue").values()).containsExactly("billing");
    assertThat(slice("issue").values()).containsExactly("refund");
    assertThat(slice("bot").values()).containsExactly("v7");
    assertThat(slice("team").values()).containsExactly("night");
    assertThat(slice("bot+attribute:tier+queue").values()).containsExactly("v7", "gold", "billing");
  }

  @Test
  void anAttributeThatIsNotStatedIsUnknown() {
    assertThat(slice("attribute:site").values()).containsExactly("unknown");
  }

  @Test
  void anAgentsTimeHasATeamAndNothingElse() {
    assertThat(SliceBy.TEAM.slice(Dimensions.ofTeam("night")).values()).containsExactly("night");
    assertThat(SliceBy.TEAM.slice(Dimensions.ofTeam(null)).values()).containsExactly("unknown");
    assertThat(Dimensions.ofTeam(null).hasSlice(SliceBy.ALL)).isTrue();
    assertThat(Dimensions.ofTeam(null).hasSlice(SliceBy.TEAM)).isTrue();
    assertThat(Dimensions.ofTeam("night").hasSlice(SliceBy.QUEUE)).isFalse();
    assertThat(Dimensions.ofOffer("night", "billing").hasSlice(SliceBy.QUEUE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tier", "all+channel", "", "channel+", "Attribute:tier", "attribute"})
  void whatIsNoDimensionIsRefusedWithThoseAllowed(String id) {
    assertThatThrownBy(() -> SliceBy.of(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unknown dimension '")
        .hasMessageContaining(
            "allowed: all, or of channel, queue, issue, bot, team, attribute:NAME");
  }

  @ParameterizedTest
  @ValueSource(strings = {"attribute:", "attribute:a b", "attribute:a/b", "attribute:größe"})
  void anAttributeNameThatCannotStandInAKeyIsRefusedByItsText(String id) {
    assertThatThrownBy(() -> SliceBy.of(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "attribute name '%s'; allowed: 1 to 64 of A-Z a-z 0-9 _ . -"
                .formatted(id.substring("attribute:".length())));
  }

  @Test
  void anAttributeNameHasAtMost64Characters() {
    String longest = "attribute:" + "a".repeat(64);

    assertThat(SliceBy.of(longest).id()).isEqualTo(longest);
    assertThatThrownBy(() -> SliceBy.of(longest + "a"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatAgentsDoAndSayAloneIsSlicedByTeamAndAlways() {
    List<String> ofPolicy = List.of("all", "channel", "queue", "issue", "bot", "channel+queue");
    Map<Family, List<String>> others =
        Map.of(
            Occupancy.FAMILY, List.of("all", "team"),
            Offers.FAMILY, List.of("all", "queue", "team"),
            Experience.FAMILY,
                List.of("all", "channel", "queue", "issue", "bot", "channel+queue", "team"));

    assertThat(Families.all())
        .allSatisfy(
            family ->
                assertThat(KpiPolicy.DEFAULT.slices(family))
                    .extracting(SliceBy::id)
                    .isEqualTo(others.getOrDefault(family, ofPolicy)));
  }
}
