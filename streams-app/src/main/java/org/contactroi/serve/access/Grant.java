package org.contactroi.serve.access;

import java.util.Set;

/**
 * Who asks, and what about.
 *
 * @param name of the token, for messages and the audit
 * @param tenants whose figures may be seen
 * @param roles what may be seen of them
 */
public record Grant(String name, Tenants tenants, Set<Role> roles) {

  /** Whoever reaches the server, where nobody needs a token. */
  public static final Grant EVERYTHING = new Grant("anybody", Tenants.ALL, Set.of(Role.values()));

  /** Whoever has shown no token. */
  public static final Grant NOTHING = new Grant("nobody", Tenants.of(Set.of()), Set.of());

  /**
   * Some tenants, or all there are and will be.
   *
   * @param ids none if they are all
   */
  public record Tenants(boolean areAll, Set<String> ids) {

    /** All. */
    public static final Tenants ALL = new Tenants(true, Set.of());

    public Tenants {
      ids = Set.copyOf(ids);
    }

    /** Some. */
    public static Tenants of(Set<String> ids) {
      return new Tenants(false, ids);
    }
  }

  public Grant {
    roles = Set.copyOf(roles);
  }

  /** Whether figures of a tenant may be seen. */
  public boolean isFor(String tenant) {
    return tenants.areAll() || tenants.ids().contains(tenant);
  }

  /** Whether a role is among those allowed. */
  public boolean has(Role role) {
    return roles.contains(role);
  }
}
