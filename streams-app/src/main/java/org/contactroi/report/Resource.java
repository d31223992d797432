package org.contactroi.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Files that come with the program. */
final class Resource {

  private Resource() {}

  /** The text of a file on the class path. */
  static String text(String path) {
    try (InputStream file = Resource.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException("the class path has no " + path);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file of a library from the WebJars, of the version on the class path. */
  static String ofLibrary(String library, String file) {
    Properties pom = new Properties();
    try {
      pom.load(
          new StringReader(text("/META-INF/maven/org.webjars/" + library + "/pom.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = pom.getProperty("version");
    return text("/META-INF/resources/webjars/" + library + "/" + version + "/" + file);
  }
}
