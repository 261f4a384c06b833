import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

export type ChartOptions = EChartsCoreOption;

use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

/** Draws into the element in the page's own letters and colours, and again when its size changes. Gives back how to end it. */
export function draw(element: HTMLElement, options: ChartOptions, style: CSSStyleDeclaration): () => void {
  element.replaceChildren();
  const chart = init(element, undefined, { renderer: 'svg' });
  const colour = (name: string) => style.getPropertyValue(name).trim();
  chart.setOption({
    animation: false,
    color: [colour('--mantine-primary-color-filled'), colour('--good'), colour('--waiting'), colour('--bad')],
    textStyle: { fontFamily: style.fontFamily, color: style.color },
    grid: { left: 8, right: 8, top: 16, bottom: 8, containLabel: true },
    tooltip: { trigger: 'axis' },
    ...options,
  });
  const watch = new ResizeObserver(() => chart.resize());
  watch.observe(element);
  return () => {
    watch.disconnect();
    chart.dispose();
  };
}
