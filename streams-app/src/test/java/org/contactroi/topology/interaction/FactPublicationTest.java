package org.contactroi.topology.interaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.event.Event;
import org.contactroi.interaction.fold.Story;
import org.contactroi.kpi.Cell;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Families;
import org.contactroi.topology.PlainSerdes;
import org.contactroi.topology.interaction.InteractionState.Sent;
import org.contactroi.topology.stage.FactChange;
import org.contactroi.topology.stage.InboxTest;
import org.junit.jupiter.api.Test;

/** What the next stage is told, and under which keys. */
class FactPublicationTest {

  private record Told(String key, FactChange change) {}

  private final List<Told> told = new ArrayList<>();
  private final FactPublication publication =
      new FactPublication(
          "interactions",
          new PlainSerdes.Writing(),
          (key, topic, value) -> {
            if (topic.equals(InteractionStage.FACTS) && value != null) {
              told.add(new Told(new String(key, UTF_8), FactChange.decode(value)));
            }
          },
          new Erasures(InboxTest.bytesStore("erasures")),
          tenant -> 0,
          fact -> 0);

  @Test
  void theDifferenceRidesWithTheMember() {
    publish(Sent.NOTHING, factOf("anna"));

    assertThat(told).extracting(Told::key).containsExactly("acme/customer/anna");
    assertThat(told.get(0).change().change()).isNotNull();
    assertThat(told.get(0).change().difference()).isNotEmpty();
  }

  @Test
  void differencesKeepTheKeyOfTheFirstAlsoWhenTheCustomerChanges() {
    Sent first = publish(Sent.NOTHING, factOf("anna"));
    told.clear();

    Sent second = publish(first, factOf("bert"));

    assertThat(told)
        .filteredOn(each -> !each.change().difference().isEmpty())
        .extracting(Told::key)
        .containsExactly("acme/customer/anna");
    assertThat(told)
        .filteredOn(each -> each.change().change() != null)
        .extracting(Told::key)
        .containsExactlyInAnyOrder("acme/customer/anna", "acme/customer/bert");
    assertThat(second.home()).isEqualTo("acme/customer/anna");
  }

  @Test
  void aFactThatIsGoneIsTakenBackWhereItWasSent() {
    Sent first = publish(Sent.NOTHING, factOf("anna"));
    told.clear();

    publication.publish("acme", "i1", first, List.of(), Map.of());

    assertThat(told).extracting(Told::key).containsExactly("acme/customer/anna");
    assertThat(told.get(0).change().change())
        .isEqualTo(new FactChange.MemberChange(factOf("anna").id(), null));
  }

  private Sent publish(Sent before, Interaction fact) {
    Map<Cell, Totals> contributions = Families.contributions(fact);
    return publication.publish("acme", "i1", before, List.of(fact), contributions);
  }

  private static Interaction factOf(String customer) {
    Event started = Story.at(0, Story.startedBy(customer));
    return Story.fold(started);
  }
}
