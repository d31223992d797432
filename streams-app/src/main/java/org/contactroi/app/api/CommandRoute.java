package org.contactroi.app.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.runs.RunOptions;
import org.contactroi.serve.http.Parameters;
import org.contactroi.serve.http.ProblemException;
import org.contactroi.serve.http.Request;
import org.contactroi.serve.http.Response;
import org.contactroi.serve.http.Route;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * A resource that is a command. A parameter is the option of its name; what the command objects to
 * an option is a problem with the parameter.
 */
final class CommandRoute<C extends Callable<Integer>> implements Route {

  /** How a command is run when it was called rightly. */
  @FunctionalInterface
  interface Execution<C> {

    /** Runs it for a tenant. */
    int run(C command, String tenant) throws Exception;
  }

  private static final String TENANT = "tenant";

  /** Options without a value: true gives them, false does not. */
  private static final Set<String> FLAGS = Set.of("counts");

  private static final Pattern OPTION = Pattern.compile("--([a-z][a-z-]*)");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final AppConfig config;
  private final Supplier<C> command;
  private final Execution<C> execution;
  private final List<String> allowed;
  private final Function<String, JsonNode> document;

  private CommandRoute(
      AppConfig config,
      Supplier<C> command,
      Execution<C> execution,
      List<String> allowed,
      Function<String, JsonNode> document) {
    this.config = config;
    this.command = command;
    this.execution = execution;
    this.allowed = List.copyOf(allowed);
    this.document = document;
  }

  /** One that prints a document. */
  static <C extends Callable<Integer>> Route of(
      AppConfig config, Supplier<C> command, List<String> allowed) {
    return of(config, command, (called, tenant) -> called.call(), allowed);
  }

  /** The same, run in another way than from a shell. */
  static <C extends Callable<Integer>> Route of(
      AppConfig config, Supplier<C> command, Execution<C> execution, List<String> allowed) {
    return new CommandRoute<>(config, command, execution, allowed, CommandRoute::json);
  }

  /** One that prints a line for each row, and one for their sum. */
  static <C extends Callable<Integer>> Route ofLines(
      AppConfig config, Supplier<C> command, List<String> allowed) {
    return new CommandRoute<>(
        config, command, (called, tenant) -> called.call(), allowed, CommandRoute::rows);
  }

  @Override
  public Response answer(Request request) {
    Parameters parameters = new Parameters(request.query(), allowed);
    Optional<String> tenant = parameters.required(TENANT, text -> text);
    tenant.ifPresent(request::requireTenant);
    List<String> arguments = arguments(parameters);
    parameters.check();
    return Response.json(200, document.apply(run(tenant.orElseThrow(), arguments, parameters)));
  }

  private List<String> arguments(Parameters parameters) {
    List<String> arguments = new ArrayList<>(List.of("--json"));
    for (String name : allowed) {
      for (String value : parameters.all(name, text -> text)) {
        if (!FLAGS.contains(name)) {
          arguments.add("--" + name + "=" + value);
        } else if (value.equals("true")) {
          arguments.add("--" + name);
        } else if (!value.equals("false")) {
          parameters.wrong(name, "is '%s'; allowed: true, false".formatted(value));
        }
      }
    }
    return arguments;
  }

  /**
   * What a command prints.
   *
   * @throws ProblemException when it was called wrongly or has nothing to print
   */
  private String run(String tenant, List<String> arguments, Parameters parameters) {
    StringWriter out = new StringWriter();
    C called = command.get();
    CommandLine line = new CommandLine(called);
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(new StringWriter()));
    line.getMixins().values().stream()
        .filter(RunOptions.class::isInstance)
        .forEach(options -> ((RunOptions) options).use(config));
    try {
      line.parseArgs(arguments.toArray(String[]::new));
      run(called, tenant);
    } catch (RuntimeException e) {
      throw problem(e, parameters);
    }
    return out.toString();
  }

  private void run(C called, String tenant) {
    try {
      execution.run(called, tenant);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static RuntimeException problem(RuntimeException failure, Parameters parameters) {
    if (failure instanceof ParameterException || failure.getCause() instanceof ParameterException) {
      String text = String.valueOf(failure.getMessage());
      Matcher option = OPTION.matcher(text);
      String name = option.find() ? option.group(1) : TENANT;
      parameters.wrong(
          name, OPTION.matcher(text).replaceAll("$1").replaceFirst("^" + name + ":? ", ""));
      parameters.check();
    }
    return failure instanceof IllegalStateException
        ? new ProblemException(404, String.valueOf(failure.getMessage()))
        : failure;
  }

  private static JsonNode rows(String lines) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ArrayNode rows = document.putArray("rows");
    lines.lines().map(CommandRoute::json).forEach(rows::add);
    return document.set("sum", rows.remove(rows.size() - 1));
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("what a command prints is no JSON", e);
    }
  }
}
