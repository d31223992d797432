package org.contactroi.history;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/** Hands random numbers to a test that asks for them, and names their seed when it fails. */
public final class RandomNumbers implements ParameterResolver, TestWatcher {

  private static final Namespace SEEDS = Namespace.create(RandomNumbers.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Random.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    long seed = Seeds.ofTest(test.getUniqueId());
    test.getStore(SEEDS).put(SEEDS, seed);
    return new Random(seed);
  }

  @Override
  public void testFailed(ExtensionContext test, @Nullable Throwable cause) {
    Long seed = test.getStore(SEEDS).get(SEEDS, Long.class);
    if (seed != null) {
      System.out.printf("%s draws from -Dseed=%d%n", test.getDisplayName(), seed);
    }
  }
}
