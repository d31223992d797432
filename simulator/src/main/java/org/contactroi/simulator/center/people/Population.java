package org.contactroi.simulator.center.people;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.contactroi.simulator.Pseudonyms;
import org.contactroi.simulator.random.Mix;
import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.random.Seed;
import org.contactroi.simulator.scenario.Customers;

/** The customers of a tenant. None is kept: each is drawn again from its number, always alike. */
public final class Population {

  private final Customers customers;
  private final long size;
  private final String tenant;
  private final Seed seed;
  private final Pseudonyms pseudonyms;

  /** Equal attributes are one map, so that contacts share it. */
  private final Map<Map<String, String>, Map<String, String>> attributes = new HashMap<>();

  public Population(Customers customers, long size, Identity identity) {
    this.customers = customers;
    this.size = size;
    this.tenant = identity.tenant();
    this.seed = identity.seed();
    this.pseudonyms = identity.pseudonyms();
  }

  /**
   * Who customers are.
   *
   * @param tenant id of the tenant
   * @param seed seed of all customers
   * @param pseudonyms their keys
   */
  public record Identity(String tenant, Seed seed, Pseudonyms pseudonyms) {}

  public long size() {
    return size;
  }

  /** Draws a customer. */
  public Person anyone(RandomStream random) {
    long number = random.below(size);
    Seed own = seed.of(number);
    String locale = customers.locales().pick(own.of("locale").stream());
    return new Person(number, own, locale, attributes(own));
  }

  private Map<String, String> attributes(Seed own) {
    Map<String, String> drawn = new TreeMap<>();
    for (Map.Entry<String, Mix<String>> attribute : customers.attributes().entrySet()) {
      String name = attribute.getKey();
      drawn.put(name, attribute.getValue().pick(own.of(name).stream()));
    }
    return attributes.computeIfAbsent(drawn, Collections::unmodifiableMap);
  }

  /** Returns the pseudonym of a customer. */
  public String key(Person person) {
    return pseudonyms.of(tenant + ":" + person.number());
  }
}
