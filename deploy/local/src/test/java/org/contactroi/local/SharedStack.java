package org.contactroi.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One stack for all tests of this JVM that leave broker and registry as they are; it starts for the
 * first of them. Topics and state go after each class.
 */
final class SharedStack implements ParameterResolver, AfterAllCallback {

  private static final Namespace NAMESPACE = Namespace.create(SharedStack.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == LocalStack.class;
  }

  @Override
  public LocalStack resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
        .computeIfAbsent(LocalStack.class, type -> started(), LocalStack.class);
  }

  private static LocalStack started() {
    LocalStack stack =
        LocalStack.open(
            StackSettings.temporary(), new PrintStream(OutputStream.nullOutputStream()));
    stack.start();
    return stack;
  }

  @Override
  public void afterAll(ExtensionContext context)
      throws ExecutionException, InterruptedException, IOException {
    LocalStack stack =
        context
            .getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
            .get(LocalStack.class, LocalStack.class);
    if (stack == null) {
      return;
    }
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
      admin.deleteTopics(admin.listTopics().names().get()).all().get();
    }
    try (var states = Files.newDirectoryStream(stack.folder(), TestPipelines.STATE + "*")) {
      for (Path state : states) {
        DataFolder.delete(state);
      }
    }
  }
}
