package org.contactroi.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The order in which a history comes in, and the moments at which the stages work on it. */
public enum Delivery {
  BY_ARRIVAL {
    @Override
    List<Input> order(List<Input> inputs, Dice dice) {
      return inputs;
    }
  },
  BACKWARDS {
    @Override
    List<Input> order(List<Input> inputs, Dice dice) {
      List<Input> backwards = new ArrayList<>(inputs);
      Collections.reverse(backwards);
      return backwards;
    }
  },
  SHUFFLED {
    @Override
    List<Input> order(List<Input> inputs, Dice dice) {
      return dice.shuffled(inputs);
    }
  },
  /** A third comes in again, anywhere. */
  REPEATED {
    @Override
    List<Input> order(List<Input> inputs, Dice dice) {
      List<Input> repeated = new ArrayList<>(inputs);
      for (Input input : inputs) {
        if (dice.oneIn(3)) {
          repeated.add(dice.below(repeated.size()), input);
        }
      }
      return repeated;
    }
  },
  /** Sources are cut off, and send what they have when they are back. */
  IN_BURSTS {
    @Override
    List<Input> order(List<Input> inputs, Dice dice) {
      List<List<Input>> sources = new ArrayList<>();
      for (int left = 7; left > 0; left--) {
        sources.add(new ArrayList<>());
      }
      inputs.forEach(input -> dice.pick(sources).add(input));
      return sources.stream().flatMap(List::stream).toList();
    }
  };

  private static final List<Integer> LONGEST_BATCH = List.of(300, 1_000, 3_000);

  abstract List<Input> order(List<Input> inputs, Dice dice);

  /** What comes in between two flushes, one batch after the other. */
  public List<List<Input>> batches(List<Input> inputs, Dice dice) {
    List<Input> ordered = order(inputs, dice);
    int longest = dice.pick(LONGEST_BATCH);
    List<List<Input>> batches = new ArrayList<>();
    for (int from = 0; from < ordered.size(); ) {
      int to = Math.min(ordered.size(), from + 1 + dice.below(1 + dice.below(longest)));
      batches.add(ordered.subList(from, to));
      from = to;
    }
    return batches;
  }
}
