import uPlot from './uPlot.esm.js';
import { h } from './dom.js';

const COLORS = ['--line-1', '--line-2', '--line-3', '--line-4'];

function color(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/**
 * Lines over time. What they show stands in words beside them, for those who do not see them.
 *
 * @param series list of {name, points: [[seconds, value]], dashed}
 * @param format writes a value
 */
export function lines(label, series, format, zone) {
  const times = [...new Set(series.flatMap((each) => each.points.map(([at]) => at)))].sort((a, b) => a - b);
  const columns = series.map((each) => {
    const values = new Map(each.points);
    return times.map((at) => values.get(at) ?? null);
  });
  const plot = h('div', { class: 'plot', role: 'img', 'aria-label': label + ': ' + spoken(series, format) });
  const make = () => {
    if (!plot.isConnected) {
      return;
    }
    plot.replaceChildren();
    const axis = { stroke: color('--text'), grid: { stroke: color('--rule'), width: 1 }, ticks: { stroke: color('--rule') }, font: '12px system-ui' };
    new uPlot({
      width: Math.max(240, plot.clientWidth),
      height: Math.max(160, Math.min(320, plot.clientWidth * 0.4)),
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1e3), zone),
      cursor: { drag: { x: false, y: false } },
      scales: { x: { time: true } },
      axes: [axis, { ...axis, size: 84, values: (self, values) => values.map((value) => format(value)) }],
      series: [
        {},
        ...series.map((each, i) => ({
          label: each.name,
          stroke: color(COLORS[i % COLORS.length]),
          width: 2,
          dash: each.dashed ? [6, 4] : undefined,
          spanGaps: false,
          points: { show: times.length < 3 },
          value: (self, value) => (value === null ? '–' : format(value)),
        })),
      ],
    }, [times, ...columns], plot);
  };
  requestAnimationFrame(make);
  new ResizeObserver(() => {
    const width = String(plot.clientWidth);
    if (plot.dataset.width !== width) {
      plot.dataset.width = width;
      make();
    }
  }).observe(plot);
  return plot;
}

function spoken(series, format) {
  return series
    .filter((each) => each.points.length > 0)
    .map((each) => {
      const values = each.points.map(([, value]) => value).filter((value) => value !== null);
      return values.length === 0
        ? each.name + ' –'
        : `${each.name} ${format(values[0])} … ${format(values[values.length - 1])}`;
    })
    .join('; ');
}
