// What ECharts expects of its surroundings, and how it is asked for a picture.
var exports = {};
var module = {exports: exports};

// Pictures do not move, so nothing is ever waited for.
function setTimeout() {}
function clearTimeout() {}

function draw(option, width, height) {
  var chart = exports.init(null, null, {renderer: 'svg', ssr: true, width: width, height: height});
  chart.setOption(JSON.parse(option));
  var picture = chart.renderToSVGString();
  chart.dispose();
  return picture;
}
