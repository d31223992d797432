package org.contactroi.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Files that come with the program. */
final class PageFile {

  private PageFile() {}

  /** The text of a file on the class path. */
  static String text(String path) {
    try (InputStream file = PageFile.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException("the class path has no " + path);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Properties in a file on the class path. */
  static Properties properties(String path) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  /** The text of a file of a library from the WebJars, of the version on the class path. */
  static String ofLibrary(String library, String file) {
    Properties pom = properties("/META-INF/maven/org.webjars/" + library + "/pom.properties");
    String version = pom.getProperty("version");
    return text("/META-INF/resources/webjars/" + library + "/" + version + "/" + file);
  }
}
