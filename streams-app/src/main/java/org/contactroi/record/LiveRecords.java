package org.contactroi.record;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.contactroi.live.LiveLoad;
import org.contactroi.live.LiveSlice;
import org.contactroi.outputs.LiveAgents;
import org.contactroi.outputs.LiveRecord;

/** What is open now, as published. */
public final class LiveRecords {

  private LiveRecords() {}

  public static LiveRecord toAvro(LiveSlice slice) {
    LiveLoad load = slice.load();
    List<LiveAgents> agents = new ArrayList<>();
    load.agents().forEach((state, count) -> agents.add(new LiveAgents(state, count)));
    return new LiveRecord(
        slice.key().tenant(),
        slice.key().slice().by(),
        slice.key().slice().valueText(),
        load.waiting(),
        slice.waitingSince(),
        load.queuedWork(),
        load.inService(),
        load.botSessions(),
        load.conversations(),
        load.agentsAvailable(),
        agents,
        slice.watermark());
  }

  /** From a record and its key. */
  public static LiveSlice toDomain(LiveSlice.Key key, LiveRecord published) {
    SortedMap<String, Long> agents = new TreeMap<>();
    published.getAgents().forEach(state -> agents.put(state.getState(), state.getAgents()));
    LiveLoad load =
        new LiveLoad(
            published.getWaiting(),
            published.getQueuedWork(),
            published.getInService(),
            published.getBotSessions(),
            published.getConversations(),
            published.getAgentsAvailable(),
            agents);
    return new LiveSlice(key, load, published.getWaitingSince(), published.getWatermark());
  }
}
