package org.contactroi.simulator.picture;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DateFormat;
import java.text.SimpleDateFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.IntToDoubleFunction;
import org.contactroi.simulator.Pseudonyms;
import org.contactroi.simulator.center.Run;
import org.contactroi.simulator.center.Simulation;
import org.contactroi.simulator.scenario.Scenario;
import org.contactroi.simulator.scenario.file.Scenarios;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.time.Hour;
import org.jfree.data.time.TimeSeries;
import org.jfree.data.time.TimeSeriesCollection;
import org.junit.jupiter.api.Test;

/**
 * Draws the week in which the shop of the default scenario gets its bot: what comes in, how long it
 * waits, what the bot contains. Run it by its name.
 */
class SimulatedWeek {

  private static final int ROLLOUT_DAY = 14;
  private static final double SECOND = 1_000;
  private static final int TICK_HOURS = 12;
  private static final int WIDTH = 1200;
  private static final int HEIGHT = 720;

  private final Scenario scenario = Scenarios.of(Scenarios.DEFAULT);
  private final LocalDate monday = scenario.period().begins().plusDays(ROLLOUT_DAY);
  private final Instant begin = monday.atStartOfDay(scenario.zone()).toInstant();

  @Test
  void draw() throws IOException {
    WeekLedger week = new WeekLedger(begin.toEpochMilli());
    Instant dayZero = scenario.period().begins().atStartOfDay(scenario.zone()).toInstant();
    Run run =
        Run.from(1, begin)
            .withDayZero(dayZero)
            .withEnd(new Run.End(begin.plus(Duration.ofDays(7)), null));
    new Simulation(scenario, run, new Pseudonyms(Pseudonyms.DEMO_KEY), week)
        .forEachRemaining(event -> {});

    CombinedDomainXYPlot plot = new CombinedDomainXYPlot(dates());
    plot.add(plot("contacts an hour", new Color(0x3b6ea5), hour -> week.arrivals[hour]));
    plot.add(
        plot(
            "mean wait, s",
            new Color(0xc0504d),
            hour -> ratio(week.waits[hour], week.visits[hour]) / SECOND));
    plot.add(
        plot(
            "answered in 20 s, %",
            new Color(0x8064a2), hour -> 100 * ratio(week.inTime[hour], week.visits[hour])));
    plot.add(
        plot(
            "ended with the bot, %",
            new Color(0x4f8f4f), hour -> 100 * ratio(week.contained[hour], week.arrivals[hour])));
    JFreeChart chart =
        new JFreeChart(
            "retail-ai-rollout, week of "
                + monday
                + ": a quarter of the customers meet the bot,"
                + " from Friday all but a holdout",
            JFreeChart.DEFAULT_TITLE_FONT.deriveFont(15f),
            plot,
            false);
    chart.setBackgroundPaint(Color.WHITE);
    Path file = Path.of(System.getProperty("picture.file", "target/simulated-week.png"));
    Files.createDirectories(file.toAbsolutePath().getParent());
    ChartUtils.saveChartAsPNG(file.toFile(), chart, WIDTH, HEIGHT);
    System.out.println("drawn: " + file);
  }

  private static double ratio(long part, long all) {
    return all == 0 ? 0 : (double) part / all;
  }

  private DateAxis dates() {
    DateAxis axis = new DateAxis();
    TimeZone zone = TimeZone.getTimeZone(scenario.zone());
    DateFormat format = new SimpleDateFormat("EEE HH:mm", Locale.ENGLISH);
    format.setTimeZone(zone);
    axis.setTimeZone(zone);
    axis.setTickUnit(new DateTickUnit(DateTickUnitType.HOUR, TICK_HOURS, format));
    axis.setRange(Date.from(begin), Date.from(begin.plus(Duration.ofDays(7))));
    return axis;
  }

  private XYPlot plot(String label, Color color, IntToDoubleFunction value) {
    TimeZone zone = TimeZone.getTimeZone(scenario.zone());
    TimeSeries series = new TimeSeries(label);
    for (int hour = 0; hour < WeekLedger.HOURS; hour++) {
      Date date = Date.from(begin.plus(Duration.ofHours(hour)));
      series.add(new Hour(date, zone, Locale.ROOT), value.applyAsDouble(hour));
    }
    XYBarRenderer bars = new XYBarRenderer();
    bars.setBarPainter(new StandardXYBarPainter());
    bars.setShadowVisible(false);
    bars.setSeriesPaint(0, color);
    XYPlot plot =
        new XYPlot(new TimeSeriesCollection(series, zone), null, new NumberAxis(label), bars);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
    return plot;
  }
}
