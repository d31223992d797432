package org.contactroi.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page in another language. Its words are found by those of the English page, in which {@code {}}
 * stands for what is a figure, a name or again words, {@code {d}} for a day or an instant; what
 * others have named stays as it is.
 */
final class Translation {

  private static final String PLACE = "org/contactroi/report/";
  private static final String HOLE = "{}";
  private static final Pattern HOLES = Pattern.compile("\\{(d?)}");
  private static final String TITLE = ".title";
  private static final String SAYS = ".says";

  /** Text, a label, or what is left alone: styles, and what others have named. */
  private static final Pattern PARTS =
      Pattern.compile(
          "(?s)<style>.*?</style>|<bdi>([^<]*)</bdi>|aria-label=\"([^\"]*)\"|(?<=>)([^<]+)(?=<)");

  private static final Pattern DAY =
      Pattern.compile(
          "\\b(\\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?: (\\d{4}))?\\b");

  private static final String INSTANT = "(\\d{1,2} [A-Z][a-z]{2}(?: \\d{4})?(?:, [^,]+)?)";

  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private static final Pattern TIME_SPAN =
      Pattern.compile("\\d+ (?:day|hour|minute|second|millisecond)s?");

  /** Chinese, simplified. */
  static final Translation CHINESE = new Translation("zh-CN", "zh");

  /** Words with holes. */
  private record Template(Pattern pattern, String words) {}

  private final String tag;
  private final String definitions;
  private final Map<String, String> exact = new HashMap<>();
  private final List<Template> templates = new ArrayList<>();

  private Translation(String tag, String suffix) {
    this.tag = tag;
    this.definitions = PageFile.text("/" + PLACE + "definitions_" + suffix + ".html");
    Properties english = PageFile.properties("/" + PLACE + "captions.properties");
    Properties other = PageFile.properties("/" + PLACE + "captions_" + suffix + ".properties");
    for (String name : english.stringPropertyNames()) {
      String words = other.getProperty(name);
      if (words == null) {
        throw new IllegalStateException("caption '" + name + "' is missing in " + tag);
      }
      put(holes(english.getProperty(name)), holes(words));
    }
    put(HOLE + english.getProperty("partial"), HOLE + other.getProperty("partial"));
    english.stringPropertyNames().stream()
        .filter(name -> name.endsWith(TITLE))
        .map(name -> name.substring(0, name.length() - TITLE.length()))
        .forEach(chart -> putChart(chart, english, other));
    PageFile.text("/" + PLACE + "words_" + suffix + ".tsv").lines().forEach(this::put);
    templates.sort(
        Comparator.comparingInt((Template each) -> each.pattern().pattern().length()).reversed());
  }

  /** A chart is called by its title, for those who do not see it by all it says. */
  private void putChart(String chart, Properties english, Properties other) {
    String title = english.getProperty(chart + TITLE);
    String words = other.getProperty(chart + TITLE);
    put(title + ", " + HOLE, words + "，" + HOLE);
    put(
        title + ". " + english.getProperty(chart + SAYS) + HOLE,
        words + "。" + other.getProperty(chart + SAYS) + HOLE);
  }

  private static String holes(String words) {
    return words.replace("%s", HOLE);
  }

  private void put(String line) {
    int tab = line.indexOf('\t');
    put(line.substring(0, tab), line.substring(tab + 1));
  }

  private void put(String english, String words) {
    Matcher holes = HOLES.matcher(english);
    StringBuilder pattern = new StringBuilder();
    int from = 0;
    while (holes.find()) {
      pattern.append(Pattern.quote(english.substring(from, holes.start())));
      pattern.append(holes.group(1).isEmpty() ? "(.+?)" : INSTANT);
      from = holes.end();
    }
    if (from == 0) {
      exact.put(english, words);
    } else {
      pattern.append(Pattern.quote(english.substring(from)));
      templates.add(new Template(Pattern.compile(pattern.toString(), Pattern.DOTALL), words));
    }
  }

  /** The page in this language. */
  String of(String page) {
    String english = PageFile.text("/" + PLACE + "definitions.html");
    String prepared =
        page.replace(english, definitions)
            .replaceFirst("<html lang=\"en\">", "<html lang=\"" + tag + "\">");
    StringBuilder translated = new StringBuilder(prepared.length());
    Matcher parts = PARTS.matcher(prepared);
    int from = 0;
    while (parts.find(from)) {
      translated.append(prepared, from, parts.start());
      if (parts.group(1) != null) {
        translated.append("<bdi>").append(ofName(parts.group(1))).append("</bdi>");
      } else if (parts.group(2) != null) {
        translated.append("aria-label=\"").append(inMarkup(parts.group(2))).append('"');
      } else if (parts.group(3) != null) {
        translated.append(inMarkup(parts.group(3)));
      } else {
        translated.append(parts.group());
      }
      from = parts.end();
    }
    return translated.append(prepared, from, prepared.length()).toString();
  }

  /** Of what others have named only spans of time are words of the page. */
  private String ofName(String name) {
    return TIME_SPAN.matcher(name).matches() ? inMarkup(name) : name;
  }

  private String inMarkup(String escaped) {
    String text = unescape(escaped);
    return text.isBlank() ? escaped : Markup.escape(words(text));
  }

  /** Words in this language; what has none stays, but for its days. */
  String words(String text) {
    return found(text).orElseGet(() -> days(text));
  }

  private Optional<String> found(String text) {
    String whole = exact.get(text);
    if (whole != null) {
      return Optional.of(whole);
    }
    for (Template template : templates) {
      Matcher matcher = template.pattern().matcher(text);
      if (matcher.matches()) {
        StringBuilder words = new StringBuilder();
        int hole = 0;
        for (String piece : template.words().split(Pattern.quote(HOLE), -1)) {
          words.append(hole == 0 ? "" : words(matcher.group(hole))).append(piece);
          hole++;
        }
        return Optional.of(words.toString());
      }
    }
    return Optional.empty();
  }

  private static String days(String text) {
    return DAY.matcher(text)
        .replaceAll(
            day ->
                (day.group(3) == null ? "" : day.group(3) + "年")
                    + (MONTHS.indexOf(day.group(2)) + 1)
                    + "月"
                    + day.group(1)
                    + "日");
  }

  private static String unescape(String escaped) {
    return escaped
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
