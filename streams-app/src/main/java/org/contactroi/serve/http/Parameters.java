package org.contactroi.serve.http;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Parameters of a request as values, with everything that is wrong with them. What they hold counts
 * only after {@link #check()}.
 */
public final class Parameters {

  private final Query query;
  private final List<Problem.Wrong> errors = new ArrayList<>();

  /**
   * Those of a query.
   *
   * @param allowed names of all there can be
   */
  public Parameters(Query query, Collection<String> allowed) {
    this.query = query;
    for (String name : query.names()) {
      if (!allowed.contains(name)) {
        wrong(name, "is unknown; allowed: " + String.join(", ", allowed));
      }
    }
  }

  /** A parameter that may stand once; empty if it does not stand or is wrong. */
  public <T> Optional<T> get(String name, Function<String, T> parser) {
    List<String> values = query.all(name);
    if (values.size() > 1) {
      wrong(name, "stands twice");
      return Optional.empty();
    }
    return values.stream().findFirst().flatMap(text -> parse(name, text, parser));
  }

  /** A parameter that has to stand; empty if it does not or is wrong. */
  public <T> Optional<T> required(String name, Function<String, T> parser) {
    if (query.all(name).stream().allMatch(String::isEmpty)) {
      wrong(name, "is missing");
      return Optional.empty();
    }
    return get(name, parser);
  }

  /** A parameter that may stand many times, its values distinct, those that are wrong left out. */
  public <T> List<T> all(String name, Function<String, T> parser) {
    return query.all(name).stream()
        .flatMap(text -> parse(name, text, parser).stream())
        .distinct()
        .toList();
  }

  /** A value that stands elsewhere, such as in the path; empty if it is wrong. */
  public <T> Optional<T> value(String name, String text, Function<String, T> parser) {
    return parse(name, text, parser);
  }

  /** Notes that a parameter is wrong. */
  public void wrong(String name, String detail) {
    errors.add(new Problem.Wrong(name, detail));
  }

  /**
   * Ends the noting.
   *
   * @throws ProblemException naming every wrong parameter
   */
  public void check() {
    if (!errors.isEmpty()) {
      throw new ProblemException(Problem.ofParameters(errors));
    }
  }

  private <T> Optional<T> parse(String name, String text, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (IllegalArgumentException | DateTimeException e) {
      wrong(name, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}
