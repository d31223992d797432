package org.contactroi.local;

import java.io.PrintStream;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs broker and registry alone until it is stopped, for work on what runs on top of them. */
@Command(
    name = "stack",
    mixinStandardHelpOptions = true,
    description = "Start a broker and a schema registry on this machine until Ctrl-C.")
public final class StackCommand implements Callable<Integer> {
  @Mixin private StackOptions options = new StackOptions();

  @Override
  public Integer call() throws InterruptedException {
    PrintStream out = System.out;
    LocalStack stack = LocalStack.open(options.settings(), out);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, out), "stop-stack"));
    LogFile.divertTo(stack.folder().resolve("contact-roi.log"));
    stack.start();
    out.println("data       " + stack.folder());
    out.println("Ctrl-C stops everything.");
    new CountDownLatch(1).await();
    return 0;
  }

  private static void stop(LocalStack stack, PrintStream out) {
    stack.close();
    boolean isKept = Files.exists(stack.folder());
    out.println(
        "stopped broker and registry; " + (isKept ? "data is in " : "removed ") + stack.folder());
  }
}
