package org.contactroi.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.contactroi.report.Chart.Mark;
import org.contactroi.report.Chart.Series;
import org.contactroi.report.Chart.Shape;

/** A chart in the words of ECharts. */
final class ChartOption {

  private static final String INK = "#3d4550";
  private static final String RULE = "#e3e6ea";
  private static final String WHITE = "#ffffff";
  private static final int FONT_SIZE = 12;
  private static final int MOST_SYMBOLS = 31;
  private static final int MOST_IN_A_LINE = 5;
  private static final int LONGEST_BAR = 40;
  private static final int LINE_HEIGHT = 15;
  private static final int LARGE_SYMBOL = 9;
  private static final double PALE = 0.4;

  private final Chart chart;
  private final ObjectNode option = JsonNodeFactory.instance.objectNode();

  private ChartOption(Chart chart) {
    this.chart = chart;
  }

  static ObjectNode of(Chart chart) {
    return new ChartOption(chart).build();
  }

  private ObjectNode build() {
    option.put("animation", false);
    text(option.putObject("textStyle"));
    option.putObject("aria").put("enabled", true).putObject("label").put("enabled", false);
    option
        .putObject("grid")
        .put("left", 4)
        .put("right", hasBars() ? 12 : 30)
        .put("top", top())
        .put("bottom", 4)
        .put("containLabel", true);
    legend(option.putObject("legend"));
    labels(option.putObject("xAxis"));
    values(option.putObject("yAxis"));
    ArrayNode series = option.putArray("series");
    chart.series().forEach(each -> series(each, series.addObject()));
    Mark mark = chart.mark();
    if (mark != null) {
      mark(mark, ((ObjectNode) series.get(0)).putObject("markLine"));
    }
    return option;
  }

  /** Below the legend, which takes a second line for many names. */
  private int top() {
    if (!hasLegend()) {
      return 32;
    }
    return chart.series().size() <= MOST_IN_A_LINE ? 58 : 80;
  }

  private boolean hasBars() {
    return chart.series().stream().anyMatch(each -> each.shape() == Shape.STACK);
  }

  /** One series is named by the title. */
  private boolean hasLegend() {
    return chart.series().size() > 1 || hasBars();
  }

  private static ObjectNode text(ObjectNode style) {
    return style.put("fontFamily", "inherit").put("fontSize", FONT_SIZE).put("color", INK);
  }

  private void legend(ObjectNode legend) {
    legend.put("show", hasLegend()).put("left", 0).put("top", 0);
    legend.put("itemGap", 18).put("itemWidth", 26).put("itemHeight", 9);
    legend.put("selectedMode", false);
    text(legend.putObject("textStyle"));
    ArrayNode names = legend.putArray("data");
    for (Series each : chart.series()) {
      ObjectNode name = names.addObject().put("name", each.name());
      if (each.shape() == Shape.STACK) {
        name.put("icon", "rect");
      }
    }
  }

  private void labels(ObjectNode axis) {
    axis.put("type", "category").put("boundaryGap", hasBars());
    axis.putObject("axisTick").put("show", false);
    axis.putObject("axisLine").putObject("lineStyle").put("color", INK);
    // Where a line begins at the axis, half of its first label would be beyond the picture.
    text(axis.putObject("axisLabel"))
        .put("hideOverlap", true)
        .put("showMinLabel", true)
        .put("showMaxLabel", true)
        .put("lineHeight", LINE_HEIGHT)
        .put("alignMinLabel", hasBars() ? "center" : "left")
        .put("alignMaxLabel", hasBars() ? "center" : "right");
    ArrayNode labels = axis.putArray("data");
    chart.labels().forEach(labels::add);
  }

  private void values(ObjectNode axis) {
    axis.put("type", "value").put("name", chart.unit()).put("nameGap", 12);
    text(axis.putObject("nameTextStyle").put("align", "left"));
    axis.putObject("splitLine").putObject("lineStyle").put("color", RULE);
    text(axis.putObject("axisLabel"));
  }

  private void series(Series each, ObjectNode series) {
    Ink ink = each.ink();
    series.put("name", each.name()).put("silent", true);
    series.putObject("emphasis").put("disabled", true);
    ObjectNode item = series.putObject("itemStyle").put("color", ink.colour());
    if (each.shape() == Shape.STACK) {
      series.put("type", "bar").put("stack", "all").put("barMaxWidth", LONGEST_BAR);
      item.put("borderColor", WHITE).put("borderWidth", 1);
      decal(ink.pattern(), item.putObject("decal"));
    } else {
      series.put("type", "line").put("symbol", "circle");
      series.put("symbolSize", hasBars() ? 9 : 6);
      item.put("borderColor", WHITE).put("borderWidth", 1);
      series.put("showSymbol", chart.labels().size() <= MOST_SYMBOLS);
      series.putObject("lineStyle").put("type", ink.dash()).put("width", 2);
    }
    ArrayNode data = series.putArray("data");
    for (int place = 0; place < each.values().size(); place++) {
      BigDecimal value = each.values().get(place);
      if (chart.partial().contains(place)) {
        partial(each.shape(), data.addObject().put("value", value));
      } else {
        data.add(value);
      }
    }
  }

  /** A hollow point, a pale bar. */
  private static void partial(Shape shape, ObjectNode item) {
    if (shape == Shape.LINE) {
      item.put("symbol", "emptyCircle").put("symbolSize", LARGE_SYMBOL);
      item.putObject("itemStyle").put("borderWidth", 2).putNull("borderColor");
    } else {
      item.putObject("itemStyle").put("opacity", PALE);
    }
  }

  private void mark(Mark mark, ObjectNode line) {
    line.put("silent", true).put("symbol", "none");
    line.putObject("lineStyle").put("type", "solid").put("color", INK);
    boolean isLate = mark.place() * 2 > chart.labels().size();
    text(line.putObject("label").put("formatter", mark.text()).put("position", "end"))
        .put("align", isLate ? "right" : "left");
    line.putArray("data").addObject().put("xAxis", mark.place());
  }

  /** Lines are stripes that are turned; all are white on the colour. */
  private static void decal(Ink.Pattern pattern, ObjectNode decal) {
    decal.put("color", WHITE);
    switch (pattern) {
      case PLAIN -> decal.put("symbol", "none");
      case RISING -> stripes(decal, -Math.PI / 4);
      case FALLING -> stripes(decal, Math.PI / 4);
      case DOTS -> {
        decal.put("symbol", "circle").put("symbolSize", 0.6);
        decal.putArray("dashArrayX").addArray().add(5).add(5);
        decal.putArray("dashArrayY").add(5).add(2);
      }
    }
  }

  private static void stripes(ObjectNode decal, double rotation) {
    decal.put("symbol", "rect").put("rotation", rotation);
    decal.putArray("dashArrayX").add(1).add(0);
    decal.putArray("dashArrayY").add(1).add(5);
  }
}
