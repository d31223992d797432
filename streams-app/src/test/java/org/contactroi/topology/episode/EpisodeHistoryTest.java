package org.contactroi.topology.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.topology.episode.EpisodeHistory.Published;
import org.contactroi.topology.stage.InboxTest;
import org.junit.jupiter.api.Test;

class EpisodeHistoryTest {

  private final KeyValueStore<String, byte[]> store = InboxTest.bytesStore("history");
  private final EpisodeHistory history = new EpisodeHistory(store);

  @Test
  void episodesOfManyTimesAreTakenTogetherAndOnce() {
    List<Published> many =
        IntStream.range(0, 10_000)
            .mapToObj(i -> new Published("acme/fcr/i" + i, 1 + i % 2))
            .toList();
    history.add("c1", many);
    history.add("c1", List.of(new Published("acme/fcr/last", 1)));
    history.add("c2", many);

    List<Published> expected = new ArrayList<>(many);
    expected.add(new Published("acme/fcr/last", 1));
    assertThat(new EpisodeHistory(store).take("c1")).isEqualTo(expected);
    assertThat(history.take("c1")).isEmpty();
    assertThat(history.take("c2")).isEqualTo(many);
  }
}
