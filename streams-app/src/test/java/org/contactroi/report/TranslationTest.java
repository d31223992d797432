package org.contactroi.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.contactroi.roi.statement.ReportedDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranslationTest {

  private static final Pattern NAMES = Pattern.compile("(?s)<style>.*?</style>|<bdi>.*?</bdi>");
  private static final Pattern TEXT = Pattern.compile(">([^<]+)<|aria-label=\"([^\"]*)\"");

  /** What is the same in both languages. */
  private static final Pattern SAME =
      Pattern.compile(
          "AI|CSAT|NPS|CES|FCR|EUR|USD|UTC|Europe/Berlin|amp|lt|gt|quot|投资回报：demo|基线 before");

  @Test
  void noWordOfThePageStaysEnglish() {
    assertThat(english(chinese(Shop.facts()))).isEmpty();
    assertThat(english(chinese(ofDays(Shop.facts(), Shop.days().subList(Shop.SETTLED_DAYS, 10)))))
        .isEmpty();
  }

  @Test
  void everyCaptionHasItsWords() {
    Properties english = PageFile.properties("/org/contactroi/report/captions.properties");
    Properties chinese = PageFile.properties("/org/contactroi/report/captions_zh.properties");

    assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    english.forEach(
        (name, words) ->
            assertThat(chinese.getProperty(name.toString()).split("%s", -1))
                .as(name.toString())
                .hasSameSizeAs(words.toString().split("%s", -1)));
  }

  @Test
  void figuresAreThoseOfTheEnglishPage() {
    String english = page(Shop.facts());
    String chinese = Language.ZH.of(english);

    assertThat(chinese)
        .startsWith("<!doctype html>\n<html lang=\"zh-CN\">")
        .contains("<dt>回报率</dt><dd class=\"value\">300.00\u202F%</dd>")
        .contains("<dt>回本</dt><dd class=\"value\">2026年3月7日</dd>")
        .contains("2026年3月2日 至 2026年3月11日，金额单位 EUR");
    Pattern amount = Pattern.compile(">-?[\\d,]+\\.\\d\\d<");
    assertThat(amount.matcher(chinese).results().map(MatchResult::group))
        .containsExactlyElementsOf(
            amount.matcher(english).results().map(MatchResult::group).toList());
  }

  @Test
  void namesStayAsTheyAre() {
    assertThat(Language.ZH.of("<p><bdi>Saving</bdi> Saving</p><p>Saving</p><bdi>7 days</bdi>"))
        .isEqualTo("<p><bdi>Saving</bdi> Saving</p><p>节省</p><bdi>7 天</bdi>");
    assertThat(Language.EN.of("<p>Saving</p>")).isEqualTo("<p>Saving</p>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12 Jun 2026 to 30 Oct 2026 | 2026年6月12日 至 2026年10月30日",
        "8 Jun, 3 of 7 days | 6月8日，3 / 7 天",
        "undefined: a price is missing, priced 1.50 | 未定义：缺少价格，已计价 1.50",
        "Silence that ends a contact by chat | 视为联络结束的静默时间（聊天）",
        "1,055.40 at 8.00 % a year | 1,055.40（年率 8.00 %）",
        "custom dev, capex | 定制开发，投资",
      })
  void wordsKeepTheirFigures(String english, String chinese) {
    assertThat(Translation.CHINESE.words(english)).isEqualTo(chinese);
  }

  private static Facts ofDays(Facts facts, List<ReportedDay> days) {
    return Shop.facts("demo", facts.period(), days, Shop.reference("bill 1"));
  }

  private static String chinese(Facts facts) {
    return Language.ZH.of(page(facts));
  }

  private static String page(Facts facts) {
    return Page.of(facts, charts -> charts.stream().map(chart -> Markup.of("svg")).toList());
  }

  private static Set<String> english(String page) {
    Set<String> left = new TreeSet<>();
    TEXT.matcher(NAMES.matcher(page).replaceAll("<bdi></bdi>"))
        .results()
        .map(part -> part.group(1) == null ? part.group(2) : part.group(1))
        .filter(text -> SAME.matcher(text).replaceAll("").matches("(?s).*[A-Za-z]{2}.*"))
        .forEach(left::add);
    return left;
  }
}
