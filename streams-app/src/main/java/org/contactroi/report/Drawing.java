package org.contactroi.report;

import java.util.ArrayList;
import java.util.List;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.ScriptableObject;

/**
 * Draws charts: Apache ECharts, run by Rhino without a browser. The scripts have no access to Java,
 * files or network, and each drawing begins afresh, so equal charts make equal pictures.
 */
final class Drawing {

  private static final String SCRIPT = "/org/contactroi/report/draw.js";
  private static final String FUNCTION = "draw";
  private static final int WIDTH = 760;
  private static final int HEIGHT = 300;

  private Drawing() {}

  /** Pictures as SVG, in the order of the charts. */
  static List<Markup> of(List<Chart> charts) {
    try (Context context = Context.enter()) {
      // The library is larger than what fits into one method of Java.
      context.setInterpretedMode(true);
      context.setLanguageVersion(Context.VERSION_ES6);
      ScriptableObject scope = context.initSafeStandardObjects();
      context.evaluateString(scope, PageFile.text(SCRIPT), SCRIPT, 1, null);
      context.evaluateString(
          scope, PageFile.ofLibrary("echarts", "echarts.common.min.js"), "echarts", 1, null);
      Function draw = (Function) scope.get(FUNCTION, scope);
      List<Markup> pictures = new ArrayList<>();
      for (Chart chart : charts) {
        Object[] arguments = {ChartOption.of(chart).toString(), WIDTH, HEIGHT};
        pictures.add(new Markup(Context.toString(draw.call(context, scope, scope, arguments))));
      }
      return pictures;
    }
  }
}
