package org.contactroi.simulator.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When AI comes. Before its first step a center works without: the baseline.
 *
 * @param holdout share of customers who never meet AI, so that the others can be compared with them
 * @param steps what happens when, by day
 * @param assist help for agents, null for none
 */
public record Rollout(double holdout, List<Step> steps, @Nullable Assist assist) {

  public Rollout {
    steps = List.copyOf(steps);
  }

  /**
   * From a day on a bot works in a version for a share of customers; the others stay with what they
   * had.
   *
   * @param day day of the run, 0 the first
   * @param bot id of the bot
   * @param share share of customers who meet it
   */
  public record Step(int day, String bot, Bot.Version version, double share) {}

  /**
   * Suggestions and summaries for agents.
   *
   * @param day day of the run from which they are there
   * @param shortens share of the talk time that is saved
   * @param accepted share of suggestions that are used
   * @param features names of its features
   * @param model what it runs on
   */
  public record Assist(
      int day, double share, double shortens, double accepted, List<String> features, Model model) {

    public Assist {
      features = List.copyOf(features);
    }
  }
}
