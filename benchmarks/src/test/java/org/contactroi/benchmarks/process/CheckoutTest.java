package org.contactroi.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckoutTest {

  @Test
  void aFolderWithoutLauncherIsNone(@TempDir Path folder) {
    assertThatThrownBy(() -> Checkout.at(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(folder.toString());
  }
}
