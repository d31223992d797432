package org.contactroi.simulator.scenario;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contactroi.events.Channel;
import org.contactroi.simulator.random.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * Who meets customers before agents do.
 *
 * @param isMenu whether it is a plain IVR: no AI, so no experiment holds customers out of it
 * @param talk the rhythm of the talk
 */
public record Bot(
    String id, boolean isMenu, Set<Channel> channels, Talk talk, List<Version> versions) {

  public Bot {
    versions = List.copyOf(versions);
  }

  /**
   * The rhythm of a talk with a bot.
   *
   * @param turns questions of the customer
   * @param think time of the customer for one, ms
   * @param reply time of the bot for an answer, ms
   */
  public record Talk(Distribution turns, Distribution think, Distribution reply) {}

  /**
   * A version of a bot.
   *
   * @param name its name, null for a menu
   * @param model what it runs on, null for none
   * @param skills how good it is, by issue
   * @param otherwise how good it is with all other issues
   * @param opinion what customers say of its answers
   */
  public record Version(
      @Nullable String name,
      @Nullable Model model,
      Map<String, Skill> skills,
      Skill otherwise,
      Opinion opinion) {

    public Version {
      skills = Map.copyOf(skills);
    }

    /** Returns how good it is with an issue. */
    public Skill skill(String issue) {
      return skills.getOrDefault(issue, otherwise);
    }
  }

  /**
   * How good a bot is with an issue. What it neither contains nor hands off is left by the customer
   * without an answer.
   *
   * @param contains share of talks that end with its answer
   * @param handsOff share that goes on to an agent
   * @param wrong share of its answers that are wrong, which the customer finds out later
   */
  public record Skill(double contains, double handsOff, double wrong) {}

  /**
   * What customers say of an answer.
   *
   * @param confirmed share of right answers that are confirmed
   * @param rejected share of wrong answers that are rejected at once
   * @param fulfilled share of right answers that complete the customer's task
   */
  public record Opinion(double confirmed, double rejected, double fulfilled) {}
}
