package org.contactroi.serve.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.contactroi.serve.http.Response;
import org.contactroi.serve.http.Route;

/**
 * The files of the page, for everybody: they hold no figures. All of them are of this server, and
 * the page asks no other.
 */
public final class Page {

  /** What the page is made of, beside the library that draws. */
  private static final List<String> FILES =
      List.of(
          "api.js",
          "chart.js",
          "contact.js",
          "data.js",
          "dom.js",
          "format.js",
          "icon.svg",
          "kpis.js",
          "main.js",
          "money.js",
          "now.js",
          "page.css",
          "words.js");

  private static final String LIBRARY = "uplot";
  private static final List<String> OF_LIBRARY = List.of("uPlot.esm.js", "uPlot.min.css");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  /** Nothing from elsewhere, nothing inline, in no frame. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private Page() {}

  /** What answers the path of each file; the page itself is at {@code /}. */
  public static Map<String, Route> routes() {
    Map<String, Route> routes = new HashMap<>();
    Response index = file("index.html", text("index.html"));
    routes.put("/", request -> index);
    for (String name : FILES) {
      Response file = file(name, text(name));
      routes.put("/page/" + name, request -> file);
    }
    for (String name : OF_LIBRARY) {
      Response file = file(name, ofLibrary(name));
      routes.put("/page/" + name, request -> file);
    }
    return routes;
  }

  private static Response file(String name, String content) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    return new Response(200, Objects.requireNonNull(type), content)
        .with("Content-Security-Policy", POLICY)
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "no-referrer");
  }

  private static String ofLibrary(String file) {
    Properties pom = new Properties();
    try {
      pom.load(
          new StringReader(text("/META-INF/maven/org.webjars.npm/" + LIBRARY + "/pom.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text(
        "/META-INF/resources/webjars/%s/%s/dist/%s"
            .formatted(LIBRARY, pom.getProperty("version"), file));
  }

  private static String text(String path) {
    try (InputStream in = Page.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
